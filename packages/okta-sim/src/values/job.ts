// What is still to be sent. A job says what was decided when it was made: what is sent again is sent as it was (O620).
import type { AttributeValue } from './app-profile.ts'
import type { Account } from './import-run.ts'

interface OfPerson {
  readonly userId: string
  readonly userName: string
  readonly profile: readonly AttributeValue[]
}

export type Work =
  | ({ readonly kind: 'provision'; readonly oktaId: string } & OfPerson)
  | ({ readonly kind: 'profile'; readonly externalId: string } & OfPerson)
  | { readonly kind: 'deactivate'; readonly userId: string; readonly userName: string; readonly externalId: string }
  | { readonly kind: 'push-group'; readonly pushId: string; readonly isFull: boolean }
  | { readonly kind: 'delete-group'; readonly name: string; readonly targetId: string }
  | Import

/** Pages that were read before the endpoint wanted a pause are not read again. */
export interface Import {
  readonly kind: 'import'
  /** The `startIndex` of the next page. */
  readonly start: number
  readonly accounts: readonly Account[]
}

export interface Job {
  readonly id: string
  readonly appId: string
  readonly work: Work
  /** Milliseconds since the epoch: not before. */
  readonly due: number
  /** How often the endpoint has answered that there were too many requests. */
  readonly refusals: number
}

/** What failed, until somebody sends it again (O605, O606). */
export interface Task {
  readonly id: string
  readonly appId: string
  readonly at: string
  readonly text: string
  readonly work: Work
}
