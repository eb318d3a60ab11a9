import type {
  MatchAttempt,
  ModifiedProperty,
  ProvisioningAction,
  ProvisioningStatus,
} from '../log/provisioning-record.ts'

/** Why something failed, in the words of the provisioning log. */
export interface ObjectError {
  readonly code: string
  readonly reason: string
  /** The whole job suffers: credentials, or an endpoint that does not speak SCIM. */
  readonly isJobLevel: boolean
  /** From a Retry-After header. */
  readonly retryAfterMs?: number
}

/** How members are added to a group. */
export type MemberOp = 'add' | 'replace'

/** What came of one conversation. */
export interface Outcome {
  readonly action: ProvisioningAction
  readonly status: ProvisioningStatus
  readonly matches: readonly MatchAttempt[]
  readonly target: { readonly id: string; readonly name: string } | null
  readonly modified: readonly ModifiedProperty[]
  readonly skipReason: string | null
  readonly error: ObjectError | null
  /** Whether the account is enabled in the target now; null when the conversation cannot tell. */
  readonly active: boolean | null
  /** The manager that the target returned, by target id; null for none, undefined when the target was not read. */
  readonly seenManager: string | null | undefined
  /** Of a group: how members are added, by what the target returned. */
  readonly memberOp: MemberOp
  /** Of a POST: mapped attributes that it does not carry, because of their names. */
  readonly leftOut: readonly string[]
}

const NOTHING: Outcome = {
  action: 'other',
  status: 'skipped',
  matches: [],
  target: null,
  modified: [],
  skipReason: null,
  error: null,
  active: null,
  seenManager: undefined,
  memberOp: 'add',
  leftOut: [],
}

export function outcome(parts: Partial<Outcome>): Outcome {
  return { ...NOTHING, ...parts }
}

export function failed(action: ProvisioningAction, error: ObjectError, parts: Partial<Outcome> = {}): Outcome {
  return { ...NOTHING, ...parts, action, status: 'failure', error }
}

export function skipped(skipReason: string, parts: Partial<Outcome> = {}): Outcome {
  return { ...NOTHING, ...parts, status: 'skipped', skipReason }
}
