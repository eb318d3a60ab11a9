// Every page with its address and its title; each is loaded when it is first wanted. Tests walk this table.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { entraRoutes } from './entra/routes.ts'
import { jumpCloudRoutes } from './jumpcloud/routes.ts'
import { oktaRoutes } from './okta/routes.ts'
import { readSearch, writeSearch } from './parts/view-state.ts'
import { larkRoutes } from './receiver/routes.ts'
import { AppFrame } from './shell/app-frame.tsx'
import { HomePage } from './shell/home-page.tsx'

const root = createRootRoute({ component: AppFrame, notFoundComponent: NotFound })

const target = () => import('./wire/target-pages.tsx')

const OWN = [
  ['/', 'Home', HomePage],
  ['/wire', 'Wire', lazyRouteComponent(() => import('./wire/wire-page.tsx'), 'WirePage')],
  ['/people/$key', 'Person', lazyRouteComponent(() => import('./wire/person-page.tsx'), 'PersonPage')],
  ['/catalogue', 'Catalogue', lazyRouteComponent(() => import('./wire/catalogue-page.tsx'), 'CataloguePage')],
  ['/acts', 'Acts', lazyRouteComponent(() => import('./acts/acts-page.tsx'), 'ActsPage')],
  ['/stories', 'Stories', lazyRouteComponent(() => import('./story/stories-page.tsx'), 'StoriesPage')],
  ['/stories/$story', 'Story', lazyRouteComponent(() => import('./story/story-page.tsx'), 'StoryPage')],
  ['/target/users', 'Users of your endpoint', lazyRouteComponent(target, 'TargetUsersPage')],
  ['/target/groups', 'Groups of your endpoint', lazyRouteComponent(target, 'TargetGroupsPage')],
] as const

/** A further portal is a folder, its line here, and its line in families.ts. */
const PAGES = [...OWN, ...larkRoutes, ...entraRoutes, ...jumpCloudRoutes, ...oktaRoutes]

export function consoleRouter() {
  const children = PAGES.map(([path, title, component]) =>
    createRoute({ getParentRoute: () => root, path, component, staticData: { title } }),
  )
  return createRouter({
    routeTree: root.addChildren(children),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
  })
}

function NotFound() {
  return (
    <div>
      <h1>There is no such page</h1>
      <p>The rail on the left has all that there are.</p>
    </div>
  )
}
