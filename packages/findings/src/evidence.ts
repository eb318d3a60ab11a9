import type { Exchange } from '@scimulator/shared/provisioning'
import type { Victim } from './vocabulary.ts'

/** What became of one check: it held, it did not, or it could not be judged because of another one. */
export type CheckState = 'held' | 'red' | 'blocked' | 'not-asked'

export interface CheckResult {
  /** Such as `disable/text-done`: the question, then what must hold. */
  readonly check: string
  readonly state: CheckState
  /** How often it was red, of so many times that it was asked. */
  readonly seen?: { readonly times: number; readonly of: number }
  /** The request that shows it, with its answer. */
  readonly exchange?: Exchange
  /** Where the request was answered well and the fault shows only when it is looked at again. */
  readonly readBack?: Exchange
  /** What was expected and what was there, in a sentence. */
  readonly detail?: string
  /** Check that stood in the way, where it is blocked; or why it was not asked. */
  readonly because?: string
}

/** Something at the target is not what it must be after an act of somebody's life. */
export interface Difference {
  readonly sender: Victim | 'onDemand' | 'oktaCatalogue'
  /** Such as `moved`, `leaves-group`. */
  readonly act: string
  /** Key of the person or group of the story. */
  readonly subject: string
  readonly kind: 'user' | 'group' | 'connection'
  /** SCIM attribute path, `exists`, or `answer` where a request was refused. */
  readonly attribute: string
  readonly expected: unknown
  readonly actual: unknown
  /** The write that must have brought it about, or that was refused. */
  readonly exchange?: Exchange
  readonly readBack?: Exchange
}

/** Everything that one examination saw. */
export interface Evidence {
  readonly checks: ReadonlyMap<string, CheckResult>
  readonly differences: readonly Difference[]
}

export function isRed({ checks }: Evidence, check: string): boolean {
  return checks.get(check)?.state === 'red'
}

/** Whose verdict a life counts for: provision on demand is Entra ID without the suffix, and both kinds of application are Okta. */
export function victimOf(sender: Difference['sender']): Victim {
  if (sender === 'onDemand') return 'entraLegacy'
  return sender === 'oktaCatalogue' ? 'okta' : sender
}
