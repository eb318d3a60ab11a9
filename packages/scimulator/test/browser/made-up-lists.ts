// Ten thousand entries of pages whose entries take too long to come by: the page is answered with made-up ones, page by page.
import type { Page, Route } from 'playwright-core'

const MANY = 10_000
const AT = '2026-01-05T09:40:00Z'

export interface MadeUpList {
  readonly path: string
  /** Program and name of the view that it reads. */
  readonly view: string
  /** What one of its entries has, as the view's type says. */
  value(n: number): object
}

/** Of somebody's own endpoint: three requests for each that is really made. */
const resource = (n: number) => ({
  ...{ id: `r${n}`, name: `person${n}@long.example`, displayName: `Person ${n}`, readAt: AT, lastModified: null },
  resource: { id: `r${n}` },
})

export const MADE_UP_LISTS: readonly MadeUpList[] = [
  {
    path: '/target/users',
    view: 'world/directory-users',
    value: (n) => ({ ...resource(n), active: true, members: null }),
  },
  {
    path: '/target/groups',
    view: 'world/directory-groups',
    value: (n) => ({ ...resource(n), active: null, members: n }),
  },
  // A quarantine for each.
  {
    path: '/entra/mails',
    view: 'entra/mails',
    value: (n) => ({
      ...{ at: AT, from: 'azure-noreply@microsoft.com', to: 'admin@long.example', subject: `Quarantine ${n}` },
      text: 'In quarantine.',
    }),
  },
  // As many must have been provisioned before.
  {
    path: '/entra/apps/Long/held-back',
    view: 'entra/staged-deletes',
    value: (n) => ({
      ...{ objectId: `o${n}`, objectType: 'User', action: 'disable', stagedAt: AT, cycleId: 'c' },
      name: `person${n}@long.example`,
    }),
  },
]

/** Whoever asks for a page of the view gets that page of ten thousand. */
export async function answeredWith(page: Page, { view, value }: MadeUpList): Promise<void> {
  const [program = '', name = ''] = view.split('/')
  await page.route(`**/_scimulator/${program}/views/${name}?*`, (route) =>
    route.fulfill({ json: pageOf(route, value) }),
  )
}

function pageOf(route: Route, value: MadeUpList['value']): object {
  const asked = new URL(route.request().url()).searchParams
  const offset = Number(asked.get('offset') ?? 0)
  const count = Math.max(0, Math.min(Number(asked.get('limit') ?? 100), MANY - offset))
  const items = Array.from({ length: count }, (_, at) => ({ key: String(offset + at), value: value(offset + at) }))
  return { items, total: MANY, offset, dropped: 0, seq: 0, now: AT }
}
