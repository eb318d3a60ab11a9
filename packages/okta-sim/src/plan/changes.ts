import type { KeyedChange } from '@scimulator/shared/program'
import type { Kinds } from '../values/kinds.ts'
import type { LogFacts } from '../values/log-event.ts'

export type Change = KeyedChange<Kinds>

/** What an act comes to: values that change as one step, and what the System Log says of it. */
export interface Step {
  readonly changes: readonly Change[]
  readonly log: readonly LogFacts[]
}

export const NOTHING: Step = { changes: [], log: [] }

export function steps(...all: readonly Step[]): Step {
  return { changes: all.flatMap(({ changes }) => changes), log: all.flatMap(({ log }) => log) }
}

export function put<Kind extends keyof Kinds & string>(kind: Kind, key: string, value: Kinds[Kind] | null): Change {
  // One of the union, which the compiler cannot see through the type argument.
  return { kind, key, value } as Change
}
