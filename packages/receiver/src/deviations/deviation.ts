import type { Damage, Victim } from '@scimulator/shared/behaviour'
import type { Schedule } from '@scimulator/shared/runtime'
import type { Handler } from '../scim/handler-port.ts'

/** One thing that a receiver can do wrong. It wraps the handler, so that the rules and the directory behind it stay right. */
export interface Deviation<Name extends string = string> {
  /** Also the id of the finding that names it. */
  readonly name: Name
  /** What the receiver does. */
  readonly describes: string
  /** What people suffer from it. */
  readonly pain: string
  readonly hurts: readonly Victim[]
  /** The worst that comes of it. */
  readonly damage: Damage
  /**
   * What fails in a run of scenarios against it, one of these at least: an attribute of people or groups in the end state, who or which are
   * there, or a verb that cannot be carried out. `protocol`: it is seen only in the answers, and a run may pass.
   */
  readonly seenBy: readonly Place[] | 'protocol'
  /** Ids of other findings that may follow from it, and are then no fault of their own. */
  readonly consequences: readonly string[]
  /** Where it is known from. */
  readonly source: string
  /** For those that wait: how long unless told otherwise, milliseconds. They may be written `slow: 2s`. */
  readonly pauseMs?: number
  /**
   * It looks at what is stored, or writes beside the client. Such ones stand innermost, whatever the order in which they are named: what
   * another one only shows wrongly, or refuses to clients, is not so in the directory.
   */
  readonly looksInside?: true
  /** It does more than the client asked for: it stands inside even of those, which must not hear of it. */
  readonly doesMore?: true
  /** Called once per receiver, and once per pause, so that a deviation may remember something. */
  create(tools: Tools): Wrap
}

/**
 * `directory.users` is who is there, `directory.users.active` an attribute of them; others are a view or a verb
 * of an identity provider; `timeout` is that the run does not begin, because no answer comes in time.
 */
type Place =
  | 'directory.users'
  | 'directory.groups'
  | `directory.users.${string}`
  | `directory.groups.${string}`
  | 'jumpcloud.activate'
  | 'jumpcloud.users'
  | 'timeout'

export type Wrap = (next: Handler) => Handler

export interface Tools {
  readonly schedule: Schedule
  /** The deviation's own pause, or the one that was asked for; 0 for those that do not wait. */
  readonly pauseMs: number
}

/** Keeps the name as a literal, from which the names of all follow. */
export function defineDeviation<const Name extends string>(deviation: Deviation<Name>): Deviation<Name> {
  return deviation
}
