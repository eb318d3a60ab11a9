import { createHash } from 'node:crypto'

const HOUR_MS = 3_600_000

/** How every name begins that a run makes at a foreign endpoint: `scimulator-` and the run's id. */
export const NAME_START = 'scimulator-'

/** A run id: four characters for the hour, so that a leftover tells its age, and four by chance; base 36. */
const RUN_ID = /^[0-9a-z]{8}$/

/** @param random a number in [0, 1) */
export function newRunId(now: number, random: number): string {
  const hour = Math.floor(now / HOUR_MS)
  const chance = Math.floor(random * 36 ** 4)
  return `${base36(hour)}${base36(chance)}`
}

/** The id of one world of a run, when one command runs several: the hour stays, the rest follows from the run's id and the name. */
export function runIdOf(run: string, name: string): string {
  const hash = createHash('sha256').update(`${run}\n${name}`).digest()
  return `${run.slice(0, 4)}${base36(hash.readUIntBE(0, 6) % 36 ** 4)}`
}

export function isRunId(text: string): boolean {
  return RUN_ID.test(text)
}

/** The instant at which the hour of a run id begins, in milliseconds since the epoch. */
export function hourOf(runId: string): number {
  return Number.parseInt(runId.slice(0, 4), 36) * HOUR_MS
}

/** The run id in a name that a run has made, or undefined for any other name. The whole name has to fit. */
export function runIdIn(name: string): string | undefined {
  return /^scimulator-([0-9a-z]{8})-\S/i.exec(name)?.[1]?.toLowerCase()
}

function base36(value: number): string {
  return value.toString(36).padStart(4, '0').slice(-4)
}
