import type { StoryPageRow } from '../parts/story-page-row.ts'
import { MembersPage } from './members-page.tsx'
import { DepartmentsPage, UserGroupsPage } from './organization-pages.tsx'
import { SyncLogPage } from './sync-log-page.tsx'

export const larkStoryPages: readonly StoryPageRow[] = [
  ['/lark/members', 'Members', MembersPage, 'lark.members'],
  ['/lark/departments', 'Departments', DepartmentsPage, 'lark.departments'],
  ['/lark/user-groups', 'User groups', UserGroupsPage, 'lark.user-groups'],
  ['/lark/sync-log', 'Sync log', SyncLogPage, 'lark.sync-log'],
]
