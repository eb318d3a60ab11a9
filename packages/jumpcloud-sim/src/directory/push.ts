import type { SystemUser } from './system-user.ts'

/** What an event asks a connector to do for one object. */
export type Work =
  | {
      readonly kind: 'user'
      /** The user as of the event. */
      readonly user: SystemUser
      readonly inScope: boolean
      readonly deleted: boolean
      readonly password?: string
    }
  /** Create the group or take over the one of that name; bring its members there. */
  | { readonly kind: 'group'; readonly groupId: string; readonly name: string }
  | { readonly kind: 'member-add'; readonly groupId: string; readonly name: string; readonly userId: string }
  | { readonly kind: 'member-remove'; readonly groupId: string; readonly name: string; readonly userId: string }
  | { readonly kind: 'group-rename'; readonly groupId: string; readonly name: string }
  | { readonly kind: 'group-delete'; readonly groupId: string; readonly name: string }
  /** The group was unbound: nothing is sent, and its id at the target is forgotten. */
  | { readonly kind: 'group-forget'; readonly groupId: string; readonly name: string }

export interface PushIntent {
  readonly applicationId: string
  readonly work: Work
  /** Objects whose earlier pushes must be over first: the object itself, and the users that a group push names. */
  readonly touches: readonly string[]
}

/** An intent in the queue. Journalled, so that a push that was under way when the program died is taken up again. */
export interface Push extends PushIntent {
  readonly seq: number
  /** How often it was tried and failed for a transient reason. */
  readonly attempts: number
  /** Not before this instant, milliseconds since the epoch. */
  readonly due: number
  readonly state: 'waiting' | 'sending'
}
