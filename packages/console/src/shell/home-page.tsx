import { Button, makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { FAMILIES, nameOfProgram } from '../families.ts'
import { Failed, Loading } from '../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../parts/page-styles.ts'
import type { Provider } from '../parts/provider.ts'
import { StatusBadge } from '../parts/status-badge.tsx'
import { paths } from '../paths.ts'
import { PROVIDERS } from '../providers.ts'
import type { Views } from '../source/source.ts'
import { type Act, useAct } from '../source/use-act.ts'
import { useView } from '../source/use-view.ts'
import { HomeCompany } from './home-company.tsx'
import { HomeStories } from './home-stories.tsx'

const Link = createLink(TextLink)
const HomeGuide = lazy(async () => ({ default: (await import('./guide/home-guide.tsx')).HomeGuide }))

const useStyles = makeStyles({
  lead: { maxWidth: '68ch', margin: '0 0 4px', color: tokens.colorNeutralForeground2 },
  cards: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: '12px' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  facts: { display: 'flex', flexDirection: 'column', gap: '4px', flexGrow: 1, color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', gap: '12px', alignItems: 'center', flexWrap: 'wrap' },
  next: { fontSize: tokens.fontSizeBase400, margin: '12px 0 0', fontWeight: tokens.fontWeightSemibold },
  steps: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px' },
})

export function HomePage() {
  const page = usePageStyles()
  const styles = useStyles()
  const act = useAct()
  const { data, error, retry } = useView('world.world')
  const world = data?.items[0]?.value
  const connected = world?.connected ?? []
  return (
    <div className={page.page}>
      <h1 className={page.title}>Provisioning, without a tenant</h1>
      <p className={styles.lead}>
        Identity providers, and an application that takes people in, on this machine. Connect one, change somebody, and
        see every request that it sends.
      </p>
      {world?.company ? <HomeCompany company={world.company} /> : null}
      {act.error ? <Failed error={act.error} /> : null}
      {error ? <Failed error={error} retry={retry} /> : null}
      <div className={styles.cards}>
        {PROVIDERS.map((provider) => (
          <ProviderCard
            key={provider.program}
            act={act}
            provider={provider}
            isConnected={connected.some((one) => one === provider.program)}
          />
        ))}
        {world?.target ? <Target target={world.target} /> : world ? <Receiver /> : null}
        {data || error ? null : <Loading what="the application" />}
      </div>
      <h2 className={styles.next}>What to try</h2>
      <ol className={styles.steps}>
        <li>Connect one: everything that its documentation asks for is done, and it sends its people.</li>
        <li>
          Open the <Link to={paths.wire}>wire</Link>, let somebody join, move or leave, and press Sync now.
        </li>
        <li>
          {world?.target ? (
            <>
              Look at what your endpoint made of it: its <Link to={paths.targetUsers}>users</Link> and its{' '}
              <Link to={paths.targetGroups}>groups</Link>.
            </>
          ) : (
            <>
              Look at what the application made of it: its <Link to={paths.members}>members</Link> and its{' '}
              <Link to={paths.syncLog}>sync log</Link>.
            </>
          )}
        </li>
      </ol>
      <HomeStories />
      {world ? (
        <Suspense fallback={null}>
          <HomeGuide isForeign={world.target !== null} />
        </Suspense>
      ) : null}
    </div>
  )
}

interface ProviderProps {
  readonly act: Act
  readonly provider: Provider
  readonly isConnected: boolean
}

function ProviderCard({ act, provider: { program, title, users }, isConnected }: ProviderProps) {
  const people = useView(users, { limit: 1 })
  const family = FAMILIES.find((one) => one.program === program)
  return (
    <HomeCard
      title={title}
      facts={
        <>
          <span>{people.data ? `${people.data.total} people in its directory` : 'Reading its directory'}</span>
          <span>
            <StatusBadge tone={isConnected ? 'good' : 'plain'}>
              {isConnected ? 'Connected' : 'Not connected'}
            </StatusBadge>
          </span>
        </>
      }
      foot={
        <>
          {isConnected ? <Link to={paths.wire}>Watch the wire</Link> : <Connect act={act} program={program} />}
          {family ? <Link to={family.home}>Its users</Link> : null}
        </>
      }
    />
  )
}

function Connect({ act: { run, isRunning }, program }: { readonly act: Act; readonly program: string }) {
  return (
    <Button
      appearance="primary"
      disabledFocusable={isRunning}
      onClick={() => void run('world.set-up', { provider: program })}
    >
      {isRunning ? 'Connecting…' : `Connect ${nameOfProgram(program)}`}
    </Button>
  )
}

function Receiver() {
  const members = useView('lark.members', { limit: 1 })
  const active = useView('lark.members', { limit: 1, where: 'status:Active' })
  return (
    <HomeCard
      title="The application"
      facts={
        <>
          <span>
            {members.data
              ? `${members.data.total} members, ${active.data?.total ?? 0} of them active`
              : 'Reading its members'}
          </span>
          <span>A SCIM 2.0 receiver, modelled on Lark’s Directory Sync</span>
        </>
      }
      foot={
        <>
          <Link to={paths.members}>Members</Link>
          <Link to={paths.syncLog}>Sync log</Link>
        </>
      }
    />
  )
}

function Target({
  target: { url, users, groups, ended },
}: {
  readonly target: NonNullable<Views['world.world']['target']>
}) {
  return (
    <HomeCard
      title="Your endpoint"
      facts={
        <>
          <span>{url}</span>
          <span>{`${users} users and ${groups} groups were made there; nobody else’s are changed or shown`}</span>
          {ended === null ? null : <StatusBadge tone="bad">{ended}</StatusBadge>}
        </>
      }
      foot={
        <>
          <Link to={paths.targetUsers}>Users</Link>
          <Link to={paths.targetGroups}>Groups</Link>
        </>
      }
    />
  )
}

function HomeCard({
  title,
  facts,
  foot,
}: {
  readonly title: string
  readonly facts: ReactNode
  readonly foot: ReactNode
}) {
  const styles = useStyles()
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{title}</h2>
      <div className={styles.facts}>{facts}</div>
      <div className={styles.foot}>{foot}</div>
    </section>
  )
}
