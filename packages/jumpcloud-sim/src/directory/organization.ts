import { z } from 'zod'
import { UserState } from './system-user.ts'

export const NewUserStates = z.object({
  manualEntry: UserState.describe('State of users who are created one by one, at the console or over the API'),
  csvImport: UserState.describe('State of users from a CSV file; none are imported from one here'),
  applicationImport: UserState.describe('State of users from a bulk job; those imported over SCIM are ACTIVATED'),
})

/** Settings of the organisation that provisioning depends on. */
export interface Organization {
  readonly id: string
  readonly displayName: string
  readonly created: string
  readonly settings: { readonly newSystemUserStateDefaults: z.infer<typeof NewUserStates> }
}

/** An administrator's API key. Only its hash is kept. */
export interface ApiKey {
  readonly id: string
  readonly hash: string
  readonly email: string
}

/** A planned state change of some users (API V2, bulk user states). */
export interface UserStateSchedule {
  readonly id: string
  readonly userIds: readonly string[]
  readonly state: 'ACTIVATED' | 'SUSPENDED'
  /** Milliseconds since the epoch. */
  readonly due: number
}
