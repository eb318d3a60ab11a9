// What a part of `npm run verify:long` has found out, kept with `--record` for docs/reliability.md.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface ReliabilityRow {
  /** What was tried, as a reader knows it. */
  readonly tried: string
  readonly times: number
  /** What was acknowledged and is not there, or what broke. */
  readonly lost: number
  readonly note?: string
}

export interface Reliability {
  readonly part: string
  readonly command: string
  /** Day of the run. */
  readonly at: string
  readonly rows: readonly ReliabilityRow[]
}

export const RELIABILITY_FOLDER = fileURLToPath(new URL('../../docs/reliability/', import.meta.url))

/** Only figures of a run that came to its end: a part that fails records nothing. */
export async function recordPart(part: string, command: string, rows: readonly ReliabilityRow[]): Promise<void> {
  const path = `${RELIABILITY_FOLDER}${part}.json`
  const recorded: Reliability = { part, command, at: new Date().toISOString(), rows }
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify(recorded, null, 2)}\n`)
  console.log(`${part}: recorded; npm run generate writes it into docs/reliability.md`)
}
