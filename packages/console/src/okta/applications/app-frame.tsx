import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHead } from '../../parts/page-head.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import { useItem } from '../../source/use-view.ts'
import { words } from '../words.ts'
import { type AppTab, AppTabs } from './app-tabs.tsx'

export type Application = Views['okta.applications']

/** The label that the address names. */
export function useAppLabel(): string {
  const { app = '' }: { readonly app?: string } = useParams({ strict: false })
  return app
}

interface AppFrameProps {
  readonly tab: AppTab
  readonly children: (application: Application, label: string) => ReactNode
}

/** A tab that is a form. */
export function AppFrame({ tab, children }: AppFrameProps) {
  const page = usePageStyles()
  const label = useAppLabel()
  const { data, error, retry } = useItem('okta.applications', label)
  return (
    <div className={page.page}>
      <PageHead title={label} place={[[words.applications, paths.oktaApps]]} />
      <AppTabs app={label} tab={tab} />
      {error ? <Failed error={error} retry={retry} /> : null}
      {data || error ? null : <Loading what="the application" />}
      {data ? children(data.value, label) : null}
    </div>
  )
}
