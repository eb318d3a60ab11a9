// A rehearsal in one sentence. Pure.
import type { EntraResults } from '../../source/source.ts'

export type Rehearsed = Pick<
  Awaited<EntraResults['rehearse']>,
  'cycle' | 'counts' | 'deletionThresholdCount' | 'wouldQuarantine'
>

/** `An incremental cycle: 12 held back (threshold 5), which quarantines provisioning.` */
export function rehearsalText({ cycle, counts, deletionThresholdCount, wouldQuarantine }: Rehearsed): string {
  const held = `held back${deletionThresholdCount === undefined ? '' : ` (threshold ${deletionThresholdCount})`}`
  const parts = [
    [counts.evaluate, 'looked at'],
    [counts.disable, 'disabled'],
    [counts.delete, 'deleted'],
    [counts.stage, held],
    [counts.skip, 'skipped'],
  ] as const
  const said = parts.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]))
  const what = said.length === 0 ? 'nothing to do' : said.join(', ')
  const kind = cycle === 'initial' ? 'An initial cycle' : 'An incremental cycle'
  return `${kind}: ${what}${wouldQuarantine ? ', which quarantines provisioning' : ''}.`
}
