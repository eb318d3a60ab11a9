import { createHash } from 'node:crypto'
import { readTextFile } from '../written/read-text-file.ts'

/** What decides who runs which file, and what a file says. */
export interface PlanParts {
  /** Absolute path, and the name that it is shown under. */
  readonly files: readonly { readonly path: string; readonly name: string }[]
  readonly durationOf: (name: string) => number | undefined
  /** What else the machines must have in common: version, filter, tags. */
  readonly common: readonly unknown[]
}

/**
 * A short text that machines have in common only if they share out the same files in the same way. Machines that do not would leave
 * files out, and nobody would miss them.
 */
export function shardPlan({ files, durationOf, common }: PlanParts): string {
  const hash = createHash('sha256').update(JSON.stringify(common))
  for (const { path, name } of files) {
    const text = readTextFile(path).replaceAll('\r\n', '\n')
    const content = createHash('sha256').update(text).digest('hex')
    hash.update(JSON.stringify([name, content, durationOf(name) ?? null]))
  }
  return hash.digest('hex').slice(0, 16)
}
