// The pages of this portal, each loaded when it is first wanted.
import { lazyRouteComponent } from '@tanstack/react-router'

const jumpCloudApp = () => import('./applications/pages.ts')
const jumpCloud = () => import('./jumpcloud-pages.tsx')

export const jumpCloudRoutes = [
  ['/jumpcloud/users', 'JumpCloud users', lazyRouteComponent(jumpCloud, 'JumpCloudUsersPage')],
  ['/jumpcloud/groups', 'JumpCloud groups', lazyRouteComponent(jumpCloud, 'JumpCloudGroupsPage')],
  ['/jumpcloud/sso', 'SSO Applications', lazyRouteComponent(jumpCloud, 'JumpCloudApplicationsPage')],
  ['/jumpcloud/sso/new', 'Create New Application Integration', lazyRouteComponent(jumpCloudApp, 'NewApplicationPage')],
  ['/jumpcloud/sso/application', 'Application', lazyRouteComponent(jumpCloudApp, 'ApplicationPage')],
  ['/jumpcloud/insights', 'Directory Insights', lazyRouteComponent(jumpCloud, 'JumpCloudInsightsPage')],
] as const
