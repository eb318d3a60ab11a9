import { Tab, TabList, Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { useState } from 'react'
import { StatusBadge } from '../parts/status-badge.tsx'
import { paths } from '../paths.ts'
import type { Views } from '../source/source.ts'
import { useAct } from '../source/use-act.ts'
import type { AsOf } from './as-of.ts'
import { FindingsSoFar } from './findings-so-far.tsx'
import { usePaneStyles } from './pane-styles.ts'
import { Reachable } from './reachable.tsx'
import { Changes, Raw } from './receiver-pane.tsx'

const Link = createLink(TextLink)

interface TargetPaneProps extends AsOf {
  readonly target: NonNullable<Views['world.world']['target']>
}

/** Somebody's endpoint: what was seen to change there around each write. */
export function TargetPane({ target: { url, users, groups, ended }, heads, at, from }: TargetPaneProps) {
  const pane = usePaneStyles()
  const act = useAct()
  const [tab, setTab] = useState('changes')
  return (
    <section className={pane.pane} aria-label="Your endpoint">
      <h2 className={pane.title}>Your endpoint</h2>
      <span className={pane.quiet}>{url}</span>
      <span>
        <Link to={paths.targetUsers}>{`${users} users`}</Link>
        {' · '}
        <Link to={paths.targetGroups}>{`${groups} groups`}</Link>
        {at === undefined ? '' : ` · changes as of #${at}`}
      </span>
      {ended === null ? null : <StatusBadge tone="bad">Nothing more is sent</StatusBadge>}
      {ended === null ? null : <span>{ended}</span>}
      <Reachable act={act} />
      <FindingsSoFar />
      <TabList size="small" selectedValue={tab} onTabSelect={(_event, { value }) => setTab(String(value))}>
        <Tab value="changes">Changes</Tab>
        <Tab value="raw">Raw</Tab>
      </TabList>
      {tab === 'raw' ? <Raw at={at} /> : <Changes heads={heads} at={at} from={from} />}
    </section>
  )
}
