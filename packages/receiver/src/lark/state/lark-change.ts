import type { Notice } from '../log/notice.ts'
import type { SourceActivity } from '../values/activity.ts'
import type { Administrator } from '../values/administrator.ts'
import type { DeletedMember } from '../values/deleted-members.ts'
import type { NamedObject } from '../values/named-object.ts'
import type { SyncSource } from '../values/sync-source.ts'
import type { SyncedField } from '../values/synced-field.ts'

/** An administrator who signed in with a password; the cookie's hash stands for the session. */
export interface Session {
  readonly hash: string
  readonly administrator: string
  readonly expiresAt: number
}

/** Changes of what Lark knows besides members, groups and memberships. Each carries the whole new value. */
export type LarkChange =
  | { readonly kind: 'profile:source-put'; readonly source: SyncSource }
  | { readonly kind: 'profile:source-removed'; readonly id: string }
  | { readonly kind: 'profile:activity-put'; readonly activity: SourceActivity }
  | { readonly kind: 'profile:named-put'; readonly object: NamedObject }
  | { readonly kind: 'profile:deleted-put'; readonly deleted: DeletedMember }
  | { readonly kind: 'profile:deleted-removed'; readonly id: string }
  | { readonly kind: 'profile:administrator-put'; readonly administrator: Administrator }
  | { readonly kind: 'profile:session-put'; readonly session: Session }
  | { readonly kind: 'profile:session-removed'; readonly hash: string }
  | { readonly kind: 'profile:notice-put'; readonly notice: Notice }
  | { readonly kind: 'profile:notice-removed'; readonly key: string }
  | { readonly kind: 'profile:field-put'; readonly field: SyncedField }
