// The pages of a file: the story, the wire, and lists that only show. They are reached by what follows the # of the address.
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouteComponent,
} from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { EntraGroupsPage, EntraUsersPage } from './entra/entra-pages.tsx'
import { EntraAuditPage, EntraLogsPage } from './entra/log-pages.tsx'
import { JumpCloudGroupsPage, JumpCloudInsightsPage, JumpCloudUsersPage } from './jumpcloud/jumpcloud-pages.tsx'
import { readSearch, writeSearch } from './parts/view-state.ts'
import { MembersPage } from './receiver/members-page.tsx'
import { DepartmentsPage, UserGroupsPage } from './receiver/organization-pages.tsx'
import { SyncLogPage } from './receiver/sync-log-page.tsx'
import { recordedPages } from './source/recorded-pages.ts'
import type { StoryRecording } from './source/recording-source.ts'
import { createRecordedPlace } from './story/recorded-place.ts'
import { StoryPlayer } from './story/story-player.tsx'
import { StoryFrame } from './story-frame.tsx'
import { WirePage } from './wire/wire-page.tsx'

/** Path, title, page, and the view without which it has nothing to show. */
const PAGES: readonly (readonly [path: string, title: string, page: RouteComponent, view: string])[] = [
  ['/wire', 'Wire', WirePage, ''],
  ['/lark/members', 'Members', MembersPage, 'lark.members'],
  ['/lark/departments', 'Departments', DepartmentsPage, 'lark.departments'],
  ['/lark/user-groups', 'User groups', UserGroupsPage, 'lark.user-groups'],
  ['/lark/sync-log', 'Sync log', SyncLogPage, 'lark.sync-log'],
  ['/entra/users', 'Entra ID users', EntraUsersPage, 'entra.users'],
  ['/entra/groups', 'Entra ID groups', EntraGroupsPage, 'entra.groups'],
  ['/entra/provisioning-logs', 'Provisioning logs', EntraLogsPage, 'entra.provisioning-logs'],
  ['/entra/audit-logs', 'Audit logs', EntraAuditPage, 'entra.audit-logs'],
  ['/jumpcloud/users', 'JumpCloud users', JumpCloudUsersPage, 'jumpcloud.users'],
  ['/jumpcloud/groups', 'JumpCloud groups', JumpCloudGroupsPage, 'jumpcloud.groups'],
  ['/jumpcloud/insights', 'Directory Insights', JumpCloudInsightsPage, 'jumpcloud.insights'],
]

export function storyRouter(recording: StoryRecording) {
  const place = createRecordedPlace()
  const pages = recordedPages(recording, true)
  const known = new Set(recording.steps.flatMap(({ views }) => Object.keys(views)))
  const shown = PAGES.filter(([, , , view]) => view === '' || known.has(view))
  const links = [['/', recording.story.title] as const, ...shown.map(([path, title]) => [path, title] as const)]

  const root = createRootRoute({
    component: function Root() {
      const step = useSyncExternalStore(place.subscribe, place.step)
      return <StoryFrame recording={recording} step={step} live={pages.at(step)} links={links} onStep={place.set} />
    },
  })
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: function Story() {
      return <StoryPlayer recording={recording} pages={pages} onStep={place.set} />
    },
    staticData: { title: recording.story.title },
  })
  const others = shown.map(([path, title, component]) =>
    createRoute({ getParentRoute: () => root, path, component, staticData: { title } }),
  )
  return createRouter({
    routeTree: root.addChildren([home, ...others]),
    history: createHashHistory(),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
  })
}
