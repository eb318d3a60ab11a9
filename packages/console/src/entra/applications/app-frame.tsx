// What all pages of an application have: the portal's menu beside them, the way to them, and what is read before anything can be shown.
import type { ReactNode } from 'react'
import { PageHead, type Step } from '../../parts/page-head.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { paths } from '../../paths.ts'
import { type Seen, useItem } from '../../source/use-view.ts'
import { words } from '../words.ts'
import { AppLayout, type MenuLevel } from './app-layout.tsx'
import { type Application, useAppName } from './use-app.ts'

export interface Where {
  readonly level?: MenuLevel
  readonly title: string
  /** Between the application and the page. */
  readonly under?: readonly Step[]
}

/** Also of the application's own overview, which stands under no application. */
export function AppPage({
  level = 'provisioning',
  title,
  under = [],
  children,
}: Where & { readonly children: ReactNode }) {
  const page = usePageStyles()
  const app = useAppName()
  return (
    <AppLayout level={level}>
      <div className={page.page}>
        <PageHead title={title} place={placeOf(app, title, under)} />
        {children}
      </div>
    </AppLayout>
  )
}

interface SeenPageProps<Value> extends Where {
  readonly seen: Seen<Value>
  /** `Reading the mapping` is said meanwhile. */
  readonly what: string
  readonly children: (value: Value) => ReactNode
}

/** A page that has nothing to show before something is read. */
export function SeenAppPage<Value>({ seen, what, children, ...where }: SeenPageProps<Value>) {
  const { data, error, retry } = seen
  return (
    <AppPage {...where}>
      {error ? <Failed error={error} retry={retry} /> : null}
      {data === undefined && !error ? <Loading what={what} /> : null}
      {data === undefined ? null : children(data)}
    </AppPage>
  )
}

/** A page on which something is done to the application: whether there is such a one is read first. */
export function ActAppPage({
  children,
  ...where
}: Where & { readonly children: (application: Application) => ReactNode }) {
  const seen = useItem('entra.applications', useAppName())
  return (
    <SeenAppPage {...where} seen={seen} what="the application">
      {children}
    </SeenAppPage>
  )
}

/** The way to a page of an application. */
export function placeOf(app: string, title: string, under: readonly Step[]): readonly Step[] {
  const isOwnPage = title === app && under.length === 0
  return [[words.apps, paths.entraApps], ...(isOwnPage ? [] : [[app, paths.entraApp(app)] as const]), ...under]
}
