import type { DeletedApp } from '../directory/deleted-app.ts'
import type { EntraGroup } from '../directory/entra-group.ts'
import type { EntraUser } from '../directory/entra-user.ts'
import type { AppRoleAssignment, ServicePrincipal } from '../directory/service-principal.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { Escrow } from '../job/escrow.ts'
import type { SynchronizationJob } from '../job/job.ts'
import type { Link } from '../job/link.ts'
import type { StagedDelete } from '../job/staged-delete.ts'

/** A fact about the source directory; it gets a position in the change log when it is committed. */
export type SourceChange =
  | { readonly kind: 'user'; readonly id: string; readonly value: EntraUser | null }
  | { readonly kind: 'group'; readonly id: string; readonly value: EntraGroup | null }
  | { readonly kind: 'membership'; readonly id: string; readonly memberId: string; readonly present: boolean }
  | { readonly kind: 'assignment'; readonly id: string; readonly value: AppRoleAssignment; readonly present: boolean }

/** A fact about what one job keeps about objects. */
export type JobChange =
  | { readonly kind: 'link'; readonly jobId: string; readonly objectId: string; readonly value: Link | null }
  | {
      readonly kind: 'reference'
      readonly jobId: string
      readonly groupId: string
      readonly memberId: string
      readonly present: boolean
    }
  | { readonly kind: 'escrow'; readonly jobId: string; readonly key: string; readonly value: Escrow | null }
  | { readonly kind: 'staged'; readonly jobId: string; readonly objectId: string; readonly value: StagedDelete | null }

/** A fact about the provisioning of one job or about the tenant itself. */
export type EngineChange =
  | JobChange
  | { readonly kind: 'tenant'; readonly value: Tenant }
  | { readonly kind: 'servicePrincipal'; readonly id: string; readonly value: ServicePrincipal | null }
  | { readonly kind: 'deletedApp'; readonly id: string; readonly value: DeletedApp | null }
  | { readonly kind: 'job'; readonly id: string; readonly value: SynchronizationJob | null }
  | { readonly kind: 'idCounters'; readonly value: Readonly<Record<string, number>> }

/** What follows from an exchange or from an administrator's act. Absolute: applying it twice changes nothing more. */
export type EntraChange = SourceChange | EngineChange

/** As it is journalled: source changes carry their position in the change log. */
export type JournalledChange = EngineChange | (SourceChange & { readonly position: number })

const SOURCE_KINDS: ReadonlySet<string> = new Set(['user', 'group', 'membership', 'assignment'])

export function isSourceChange(change: EntraChange): change is SourceChange {
  return SOURCE_KINDS.has(change.kind)
}
