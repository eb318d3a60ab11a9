import type { StoryPageRow } from '../parts/story-page-row.ts'
import { JumpCloudGroupsPage, JumpCloudInsightsPage, JumpCloudUsersPage } from './jumpcloud-pages.tsx'

export const jumpCloudStoryPages: readonly StoryPageRow[] = [
  ['/jumpcloud/users', 'JumpCloud users', JumpCloudUsersPage, 'jumpcloud.users'],
  ['/jumpcloud/groups', 'JumpCloud groups', JumpCloudGroupsPage, 'jumpcloud.groups'],
  ['/jumpcloud/insights', 'Directory Insights', JumpCloudInsightsPage, 'jumpcloud.insights'],
]
