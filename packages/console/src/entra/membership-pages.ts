// Lists about one user or one group; loaded together.
export {
  EntraGroupMembershipsPage,
  EntraGroupMembersPage,
  EntraUserGroupsPage,
} from './people/memberships-page.tsx'
export { EntraGroupApplicationsPage, EntraUserApplicationsPage } from './people/standings-page.tsx'
