import type { Assembly } from '../assembly.ts'
import { type Happening, happeningOf } from './happening.ts'

/** In the order of their numbers, with what administrators and the clock have done at the receiver. */
export function keptHappenings({ happenings, acts }: Pick<Assembly, 'happenings' | 'acts'>): readonly Happening[] {
  const done = acts.kept().map(({ seq, at, cause, effect: { object, action, name } }) => {
    return happeningOf(seq, at, { kind: 'act', by: cause, what: `${object} ${action}`, name })
  })
  return [...happenings.kept(), ...done].sort((a, b) => a.seq - b.seq)
}
