import { z } from 'zod'
import { ConfigurationInput } from '../acts/configuration-input.ts'
import { AdminLogEntry } from '../log/admin-log-entry.ts'
import { OutboxMessage } from '../log/outbox-message.ts'
import { SyncLogEntry } from '../log/sync-log-entry.ts'
import { AddAdministratorInput } from '../verbs/add-administrator.ts'
import { AddDepartmentInput } from '../verbs/add-department.ts'
import { AddJobTitleInput } from '../verbs/add-job-title.ts'
import { AddMemberInput } from '../verbs/add-member.ts'
import { AddedSyncSource, AddSyncSourceInput } from '../verbs/add-sync-source.ts'
import { AddUserGroupInput } from '../verbs/add-user-group.ts'
import { PersonalToken } from '../verbs/create-personal-token.ts'
import { DismissNoticeInput } from '../verbs/dismiss-notice.ts'
import { EditAdministratorInput } from '../verbs/edit-administrator.ts'
import { EditMemberInput } from '../verbs/edit-member.ts'
import { EditSyncSourceInput } from '../verbs/edit-sync-source.ts'
import { PreviewInput } from '../verbs/preview-sync-source.ts'
import { RefreshedToken, RefreshTokenInput } from '../verbs/refresh-token.ts'
import { RenameUserGroupInput } from '../verbs/rename-user-group.ts'
import { AdminLogQuery } from '../views/admin-log.ts'
import { AdministratorItem } from '../views/administrators.ts'
import { DeletedMemberItem } from '../views/deleted-members.ts'
import { FieldItem } from '../views/fields.ts'
import { MemberItem, MembersQuery } from '../views/members.ts'
import { NamedItem } from '../views/named-objects.ts'
import { NoticeItem, NoticesQuery } from '../views/notices.ts'
import { OutboxQuery } from '../views/outbox.ts'
import { SyncLogQuery } from '../views/sync-log.ts'
import { SyncSourceItem } from '../views/sync-sources.ts'
import { UserGroupItem } from '../views/user-groups.ts'
import { WorkforceTypeItem } from '../views/workforce-types.ts'
import type { Operation } from './operation.ts'

/** Who acts and where follow from the sign-in, not from the request. */
const SIGNED_IN = { as: true, organisation: true } as const

const Id = z.object({ id: z.string() })
const Named = z.object({ id: z.string(), name: z.string() })
const Status = Named.extend({ status: z.enum(['active', 'inactive']) })

const items = (item: z.ZodType) => z.object({ items: z.array(item) })

const syncSources: readonly Operation[] = [
  {
    method: 'GET',
    template: '/sync-sources',
    summary: 'Cards of all sync sources',
    tag: 'Sync sources',
    act: { view: 'sync-sources' },
    response: items(SyncSourceItem),
  },
  {
    method: 'POST',
    template: '/sync-sources',
    summary: 'Add a sync source: Save, or Save and activate',
    tag: 'Sync sources',
    act: { verb: 'add-sync-source' },
    body: AddSyncSourceInput.omit(SIGNED_IN),
    response: AddedSyncSource,
  },
  {
    method: 'POST',
    template: '/sync-sources/preview',
    summary: 'The configuration as it would be saved',
    tag: 'Sync sources',
    act: { verb: 'preview-sync-source' },
    body: PreviewInput.omit(SIGNED_IN),
    response: ConfigurationInput.extend({ kind: z.string() }),
  },
  {
    method: 'GET',
    template: '/sync-sources/{source}',
    summary: 'Details of a sync source, by id or name',
    tag: 'Sync sources',
    act: { item: 'sync-sources' },
    response: SyncSourceItem,
  },
  {
    method: 'PATCH',
    template: '/sync-sources/{source}',
    summary: 'Edit; counts from the next request on',
    tag: 'Sync sources',
    act: { verb: 'edit-sync-source', input: (parameters, set) => ({ ...parameters, set }) },
    body: EditSyncSourceInput.shape.set,
    response: ConfigurationInput.extend({ id: z.string(), name: z.string() }),
  },
  {
    method: 'DELETE',
    template: '/sync-sources/{source}',
    summary: 'Delete for good; members stay',
    tag: 'Sync sources',
    act: { verb: 'delete-sync-source' },
    response: Named,
  },
  {
    method: 'POST',
    template: '/sync-sources/{source}/refresh-token',
    summary: 'Refresh the token; the old one stops working',
    tag: 'Sync sources',
    act: { verb: 'refresh-token' },
    body: RefreshTokenInput.omit({ ...SIGNED_IN, source: true }),
    response: RefreshedToken,
  },
  {
    method: 'POST',
    template: '/sync-sources/{source}/expire-token',
    summary: 'Make the token expire now',
    tag: 'Sync sources',
    act: { verb: 'expire-token' },
    response: Id.extend({ tokenExpiresAt: z.string() }),
  },
  {
    method: 'POST',
    template: '/sync-sources/{source}/activate',
    summary: 'Activate',
    tag: 'Sync sources',
    act: { verb: 'activate-sync-source' },
    response: Status,
  },
  {
    method: 'POST',
    template: '/sync-sources/{source}/deactivate',
    summary: 'Deactivate; connection tests and sync requests are refused',
    tag: 'Sync sources',
    act: { verb: 'deactivate-sync-source' },
    response: Status,
  },
]

const logs: readonly Operation[] = [
  {
    method: 'GET',
    template: '/sync-log',
    summary: 'Sync log, oldest first',
    tag: 'Logs',
    act: { view: 'sync-log' },
    query: SyncLogQuery.omit(SIGNED_IN),
    response: items(SyncLogEntry),
  },
  {
    method: 'GET',
    template: '/admin-log',
    summary: 'Admin log with its filters, oldest first',
    tag: 'Logs',
    act: { view: 'admin-log' },
    query: AdminLogQuery.omit(SIGNED_IN),
    response: items(AdminLogEntry),
  },
  {
    method: 'GET',
    template: '/outbox',
    summary: 'Messages that would have been sent',
    tag: 'Logs',
    act: { view: 'outbox' },
    query: OutboxQuery.omit(SIGNED_IN),
    response: items(OutboxMessage),
  },
  {
    method: 'GET',
    template: '/notices',
    summary: 'Notices of the pages, which the mobile app shows as well',
    tag: 'Logs',
    act: { view: 'notices' },
    query: NoticesQuery.omit(SIGNED_IN),
    response: items(NoticeItem),
  },
  {
    method: 'POST',
    template: '/notices/dismiss',
    summary: 'Dismiss the notices of a page',
    tag: 'Logs',
    act: { verb: 'dismiss-notice' },
    body: DismissNoticeInput.omit(SIGNED_IN),
    response: z.object({ dismissed: z.number().int() }),
  },
]

const organization: readonly Operation[] = [
  {
    method: 'GET',
    template: '/members',
    summary: 'Members with their data source',
    tag: 'Organization',
    act: { view: 'members' },
    query: MembersQuery.omit(SIGNED_IN),
    response: items(MemberItem),
  },
  {
    method: 'POST',
    template: '/members',
    summary: 'Add a member by hand',
    tag: 'Organization',
    act: { verb: 'add-member' },
    body: AddMemberInput.omit(SIGNED_IN),
    response: Named,
  },
  {
    method: 'GET',
    template: '/members/{member}',
    summary: 'Details of a member, by email address, user name or id',
    tag: 'Organization',
    act: { item: 'members' },
    response: MemberItem,
  },
  {
    method: 'PATCH',
    template: '/members/{member}',
    summary: 'Change a member by hand',
    tag: 'Organization',
    act: { verb: 'edit-member', input: (parameters, set) => ({ ...parameters, set }) },
    body: EditMemberInput.shape.set,
    response: Id,
  },
  {
    method: 'DELETE',
    template: '/members/{member}',
    summary: 'Delete a member; it can be restored for 30 days',
    tag: 'Organization',
    act: { verb: 'delete-member' },
    response: Id,
  },
  {
    method: 'GET',
    template: '/deleted-members',
    summary: 'Deleted members that can still be matched',
    tag: 'Organization',
    act: { view: 'deleted-members' },
    response: items(DeletedMemberItem),
  },
  {
    method: 'DELETE',
    template: '/deleted-members/{member}',
    summary: 'Purge a deleted member',
    tag: 'Organization',
    act: { verb: 'purge-deleted-member' },
    response: z.object({ purged: z.number().int() }),
  },
  {
    method: 'GET',
    template: '/departments',
    summary: 'Departments with their data source',
    tag: 'Organization',
    act: { view: 'departments' },
    response: items(NamedItem),
  },
  {
    method: 'POST',
    template: '/departments',
    summary: 'Add a department by hand',
    tag: 'Organization',
    act: { verb: 'add-department' },
    body: AddDepartmentInput.omit(SIGNED_IN),
    response: Named,
  },
  {
    method: 'GET',
    template: '/job-titles',
    summary: 'Job titles with their data source',
    tag: 'Organization',
    act: { view: 'job-titles' },
    response: items(NamedItem),
  },
  {
    method: 'POST',
    template: '/job-titles',
    summary: 'Add a job title by hand',
    tag: 'Organization',
    act: { verb: 'add-job-title' },
    body: AddJobTitleInput.omit(SIGNED_IN),
    response: Named,
  },
  {
    method: 'GET',
    template: '/user-groups',
    summary: 'User groups with their members',
    tag: 'Organization',
    act: { view: 'user-groups' },
    response: items(UserGroupItem),
  },
  {
    method: 'POST',
    template: '/user-groups',
    summary: 'Add a user group by hand',
    tag: 'Organization',
    act: { verb: 'add-user-group' },
    body: AddUserGroupInput.omit(SIGNED_IN),
    response: Named,
  },
  {
    method: 'PATCH',
    template: '/user-groups/{group}',
    summary: 'Rename a user group',
    tag: 'Organization',
    act: { verb: 'rename-user-group' },
    body: RenameUserGroupInput.omit({ ...SIGNED_IN, group: true }),
    response: Named,
  },
  {
    method: 'DELETE',
    template: '/user-groups/{group}',
    summary: 'Delete a user group; its members stay',
    tag: 'Organization',
    act: { verb: 'delete-user-group' },
    response: Id,
  },
  {
    method: 'GET',
    template: '/workforce-types',
    summary: 'Workforce types with the rules that lead to them',
    tag: 'Organization',
    act: { view: 'workforce-types' },
    response: items(WorkforceTypeItem),
  },
  {
    method: 'GET',
    template: '/fields',
    summary: 'Field Management: fields with their data source',
    tag: 'Organization',
    act: { view: 'fields' },
    response: items(FieldItem),
  },
]

const administrators: readonly Operation[] = [
  {
    method: 'GET',
    template: '/administrators',
    summary: 'Administrators and their permissions',
    tag: 'Administrators',
    act: { view: 'administrators' },
    response: items(AdministratorItem),
  },
  {
    method: 'POST',
    template: '/administrators',
    summary: 'Add an administrator',
    tag: 'Administrators',
    act: { verb: 'add-administrator' },
    body: AddAdministratorInput.omit(SIGNED_IN),
    response: Id.extend({ email: z.string() }),
  },
  {
    method: 'PATCH',
    template: '/administrators/{administrator}',
    summary: 'Change name, address or permissions',
    tag: 'Administrators',
    act: { verb: 'edit-administrator', input: (parameters, set) => ({ ...parameters, set }) },
    body: EditAdministratorInput.shape.set,
    response: Id.extend({ email: z.string() }),
  },
  {
    method: 'DELETE',
    template: '/administrators/{administrator}',
    summary: 'Remove an administrator; sessions and tokens end',
    tag: 'Administrators',
    act: { verb: 'remove-administrator' },
    response: Id.extend({ email: z.string() }),
  },
  {
    method: 'POST',
    template: '/administrators/{administrator}/tokens',
    summary: 'Make a personal token',
    tag: 'Administrators',
    act: { verb: 'create-personal-token' },
    response: PersonalToken,
  },
]

/** Every operation of the admin API but signing in and out; fixed paths stand before those with parameters. */
export const OPERATIONS: readonly Operation[] = [...syncSources, ...logs, ...organization, ...administrators]
