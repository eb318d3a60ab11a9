import { makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { PageHead } from '../../parts/page-head.tsx'
import { Empty, Failed, Loading } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { TabRow } from '../../parts/tab-row.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import { useItem, useView } from '../../source/use-view.ts'
import { IdentityTab } from '../identity/identity-tab.tsx'
import { tabs, words } from '../words.ts'
import type { Application } from './application.ts'
import { ActionsMenu, Asked, type Question } from './application-actions.tsx'
import { GeneralTab } from './general-tab.tsx'
import { GroupsTab } from './groups-tab.tsx'
import { chipsOf } from './state-chips.ts'
import { WaitingPushes } from './waiting-pushes.tsx'

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** One application: its tabs, each with what can be set there. */
export function ApplicationPage() {
  const page = usePageStyles()
  const { state } = useViewState()
  const { data, error, retry } = useItem('jumpcloud.applications', state.application)
  const [question, ask] = useState<Question>()
  return (
    <div className={page.page}>
      <PageHead
        title={state.application ?? words.customApplication}
        place={[[words.authentication], [words.applications, paths.jumpCloudApplications]]}
      >
        {data ? <ActionsMenu application={data.value} onAsk={ask} /> : null}
      </PageHead>
      {state.application === undefined ? <Empty>Choose an application on the page before.</Empty> : null}
      {error ? <Failed error={error} retry={retry} /> : null}
      {data || error || state.application === undefined ? null : <Loading what="the application" />}
      {data && question ? (
        <Asked question={question} label={data.value.displayLabel} onEnd={() => ask(undefined)} />
      ) : null}
      {data ? <StateChips application={data.value} /> : null}
      {data ? <Tabs application={data.value} /> : null}
    </div>
  )
}

/** The status of the integration, above the tabs. */
function StateChips({ application }: { readonly application: Application }) {
  const styles = useStyles()
  const { data } = useView('jumpcloud.connector', { limit: 1_000 })
  if (data === undefined) return null
  const connector = data.items.find(({ key }) => key === application.displayLabel)?.value
  return (
    <div className={styles.chips}>
      {chipsOf(application, connector).map(({ tone, text }) => (
        <StatusBadge key={text} tone={tone}>
          {text}
        </StatusBadge>
      ))}
    </div>
  )
}

const PANELS = { general: GeneralTab, sso: SsoTab, identity: IdentityTab, groups: GroupsTab } as const

function isTab(word: string | undefined): word is keyof typeof PANELS {
  return word !== undefined && Object.hasOwn(PANELS, word)
}

function Tabs({ application }: { readonly application: Application }) {
  const { state, set } = useViewState()
  const tab = isTab(state.tab) ? state.tab : 'general'
  const Panel = PANELS[tab]
  return (
    <>
      <TabRow tabs={tabs} chosen={tab} onChoose={(next) => set({ tab: next })} />
      <WaitingPushes label={application.displayLabel} />
      <Panel key={application.id} application={application} />
    </>
  )
}

function SsoTab() {
  return <Empty>Signing in is not simulated: this organization provisions people, and nobody signs in.</Empty>
}
