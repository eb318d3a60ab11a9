// Who would be in scope after a save, in words. Pure.
import type { EntraResults } from '../../source/source.ts'

export type ScopePreviewed = Awaited<EntraResults['preview-scope']>

/** `2 of 48 would be in scope; 48 are now.` */
export function previewText({ objects, before, after, enters, leaves }: ScopePreviewed): string {
  if (enters.total + leaves.total === 0) return `${before} of ${objects} are in scope, after a save as now.`
  return `${after} of ${objects} would be in scope; ${before} are now.`
}

/** `Would leave (3): …`, with the first of them by name. */
export function movedText({ enters, leaves }: ScopePreviewed): readonly string[] {
  return [['Would enter', enters] as const, ['Would leave', leaves] as const].flatMap(([word, { total, names }]) => {
    if (total === 0) return []
    const more = total > names.length ? `, and ${total - names.length} more` : ''
    return [`${word} (${total}): ${names.join(', ')}${more}`]
  })
}
