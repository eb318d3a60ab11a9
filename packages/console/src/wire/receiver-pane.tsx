import { Tab, TabList, Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Loading } from '../parts/page-state.tsx'
import { paths } from '../paths.ts'
import { useLive } from '../source/live-pages.tsx'
import { useView } from '../source/use-view.ts'
import { type AsOf, activeThen } from './as-of.ts'
import { DirectoryThen } from './directory-then.tsx'
import { EffectList } from './effect-list.tsx'
import type { Moment } from './moments.ts'
import { usePaneStyles } from './pane-styles.ts'
import { indexOf } from './playhead.ts'

const RawThen = lazy(async () => ({ default: (await import('./raw-then.tsx')).RawThen }))

const Link = createLink(TextLink)

const SHOWN = 30

/** The application as of the playhead: what exchanges have made of it, and who was in it. */
export function ReceiverPane({ heads, at, from }: AsOf) {
  const pane = usePaneStyles()
  const [tab, setTab] = useState('changes')
  const members = useView('lark.members', { limit: 1, where: 'status:Active' })
  const active = activeThen(members.data?.total ?? 0, heads, at)
  const { hasPages } = useLive()
  return (
    <section className={pane.pane} aria-label="The application">
      <h2 className={pane.title}>The application</h2>
      <span>
        {hasPages ? <Link to={paths.members}>{activeText(active)}</Link> : activeText(active)}
        {at === undefined ? '' : ` as of #${at}`}
        {hasPages ? ' · ' : ''}
        {hasPages ? <Link to={paths.syncLog}>Sync log</Link> : null}
      </span>
      <TabList size="small" selectedValue={tab} onTabSelect={(_event, { value }) => setTab(String(value))}>
        <Tab value="changes">Changes</Tab>
        <Tab value="directory">Directory</Tab>
        <Tab value="raw">Raw</Tab>
      </TabList>
      {tab === 'changes' ? <Changes heads={heads} at={at} from={from} /> : null}
      {tab === 'directory' ? <DirectoryThen heads={heads} at={at} /> : null}
      {tab === 'raw' ? <Raw at={at} /> : null}
    </section>
  )
}

function activeText(count: number): string {
  return `${count} active ${count === 1 ? 'member' : 'members'}`
}

/** Loaded when somebody asks for it. */
export function Raw({ at }: Pick<AsOf, 'at'>) {
  return (
    <Suspense fallback={<Loading what="the answer" />}>
      <RawThen at={at} />
    </Suspense>
  )
}

/** What exchanges have made of people and groups, the newest first. */
export function Changes({ heads, at, from = 0 }: AsOf) {
  const pane = usePaneStyles()
  const newest = useMemo(() => newestEffects(heads, at, from), [heads, at, from])
  if (newest.length === 0) return <span className={pane.quiet}>Nothing was changed yet.</span>
  return <EffectList effects={newest.map(({ effect }) => effect)} by={newest.map(({ by }) => by)} />
}

/** Newest first. */
function newestEffects(heads: readonly Moment[], at: number | undefined, from: number) {
  const found: { readonly by: string; readonly effect: Moment['effects'][number] }[] = []
  for (let index = indexOf(heads, at); index >= 0 && found.length < SHOWN; index -= 1) {
    const head = heads[index]
    if (head === undefined || head.seq < from) break
    for (const effect of head.effects.toReversed()) found.push({ by: head.by ?? `#${head.seq}`, effect })
  }
  return found.slice(0, SHOWN)
}
