// What has changed at the application, whatever has changed it: exchanges, and what administrators and the clock have done without one.
import type { Views } from '../source/source.ts'
import type { Head } from './sentences.ts'

export interface Moment extends Pick<Head, 'seq' | 'effects'> {
  /** Who it was where it was no exchange. */
  readonly by?: string
}

type ActEffect = Views['world.effects']

const CAUSES: Readonly<Record<ActEffect['cause'], string | undefined>> = {
  exchange: undefined,
  administrator: 'by an administrator',
  clock: 'by the clock',
}

/** In the order of their numbers, which are of one count. @param acts oldest first */
export function momentsOf(heads: readonly Head[], acts: readonly ActEffect[]): readonly Moment[] {
  if (acts.length === 0) return heads
  return [...heads, ...acts.map(momentOf)].sort((a, b) => a.seq - b.seq)
}

function momentOf({ seq, cause, source, object, objectId, name, action, reason, attributes }: ActEffect): Moment {
  const by = CAUSES[cause]
  const effects = [{ source, object, objectId, name, action, reason, attributes }]
  return { seq, effects, ...(by === undefined ? {} : { by }) }
}
