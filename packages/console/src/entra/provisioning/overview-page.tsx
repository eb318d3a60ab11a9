// Overview of provisioning: its acts, the cycle that ran last, and what has come of all of them.
import { Button, makeStyles, ProgressBar, Tab, TabList, Link as TextLink, tokens } from '@fluentui/react-components'
import {
  ArrowClockwiseRegular,
  ArrowSyncRegular,
  EditRegular,
  PersonSyncRegular,
  PlayRegular,
  StopRegular,
} from '@fluentui/react-icons'
import { createLink, useNavigate } from '@tanstack/react-router'
import { FormSection, SimulatorOnly } from '../../parts/form-section.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { instantText } from '../../parts/time-text.ts'
import { ValueList } from '../../parts/value-list.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import { type Act, useAct } from '../../source/use-act.ts'
import { AppPage } from '../applications/app-frame.tsx'
import { usePortalLayout } from '../applications/portal-layout.ts'
import { useJob } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { countOf, cycleText, durationText, isTime, type Job, percentDone } from './cycle-text.ts'
import { PropertiesTab } from './properties-tab.tsx'
import { QuarantineBanner } from './quarantine-banner.tsx'
import { Rehearsal } from './rehearsal.tsx'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))', gap: '12px' },
  big: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  summary: { cursor: 'pointer', minHeight: '24px' },
  inner: { paddingTop: '8px' },
  start: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'start', maxWidth: '60ch' },
})

export function EntraProvisioningPage() {
  const { app, data: job, error, retry } = useJob()
  const act = useAct()
  const { layout } = usePortalLayout()
  const { state } = useViewState()
  const tab = layout === 'current' && state.tab === 'properties' ? 'properties' : 'overview'
  return (
    <AppPage title={words.overview} under={[[words.provisioning]]}>
      {error ? <Failed error={error} retry={retry} /> : null}
      {act.error ? <Failed error={act.error} /> : null}
      {job || error ? null : <Loading what="provisioning" />}
      {job?.status.code === 'NotConfigured' ? <Begin app={app} /> : null}
      {job && job.status.code !== 'NotConfigured' && layout === 'current' ? <Tabs tab={tab} /> : null}
      {job && job.status.code !== 'NotConfigured' && tab === 'properties' ? (
        <PropertiesTab app={app} job={job} />
      ) : null}
      {job && job.status.code !== 'NotConfigured' && tab === 'overview' ? (
        <>
          <Acts app={app} job={job} act={act} onRefresh={retry} />
          <QuarantineBanner app={app} job={job} act={act} />
          <Cycles app={app} job={job} />
          <SimulatorOnly>
            <Rehearsal app={app} job={job} act={act} />
          </SimulatorOnly>
        </>
      ) : null}
    </AppPage>
  )
}

function Tabs({ tab }: { readonly tab: string }) {
  const { set } = useViewState()
  return (
    <TabList selectedValue={tab} onTabSelect={(_event, { value }) => set({ tab: String(value) }, { replace: true })}>
      <Tab value="overview">{words.overview}</Tab>
      <Tab value="properties">{words.properties}</Tab>
    </TabList>
  )
}

/** Before there are credentials. */
function Begin({ app }: { readonly app: string }) {
  const styles = useStyles()
  const isClassic = usePortalLayout().layout === 'classic'
  const navigate = useNavigate()
  return (
    <div className={styles.start}>
      <p>
        Nothing is provisioned to this application yet. It begins with the address of the application and a token for
        it.
      </p>
      <Button
        appearance="primary"
        onClick={() => void navigate({ to: isClassic ? paths.entraEdit(app) : paths.entraConnectivity(app) })}
      >
        {isClassic ? words.getStarted : words.newConfiguration}
      </Button>
    </div>
  )
}

interface ActsProps {
  readonly app: string
  readonly job: Job
  readonly act: Act
  readonly onRefresh: () => void
}

function Acts({ app, job: { state }, act: { run, isRunning }, onRefresh }: ActsProps) {
  const styles = useStyles()
  const navigate = useNavigate()
  const isOn = state === 'Active'
  const isClassic = usePortalLayout().layout === 'classic'
  return (
    <div className={styles.bar} role="toolbar" aria-label={words.provisioning}>
      <Button
        appearance="subtle"
        icon={<PlayRegular />}
        disabledFocusable={isOn || isRunning}
        onClick={() => void run('entra.start', { app })}
      >
        {words.start}
      </Button>
      <Button
        appearance="subtle"
        icon={<StopRegular />}
        disabledFocusable={!isOn || isRunning}
        onClick={() => void run('entra.stop', { app })}
      >
        {words.stop}
      </Button>
      <Button
        appearance="subtle"
        icon={<ArrowSyncRegular />}
        disabledFocusable={isRunning}
        onClick={() => void run('entra.restart', { app })}
      >
        {words.restart}
      </Button>
      {isClassic ? (
        <Button appearance="subtle" icon={<EditRegular />} onClick={() => void navigate({ to: paths.entraEdit(app) })}>
          {words.edit}
        </Button>
      ) : null}
      <Button
        appearance="subtle"
        icon={<PersonSyncRegular />}
        onClick={() => void navigate({ to: paths.entraOnDemand(app) })}
      >
        {words.onDemand}
      </Button>
      <Button appearance="subtle" icon={<ArrowClockwiseRegular />} onClick={onRefresh}>
        {words.refresh}
      </Button>
    </div>
  )
}

function Cycles({ app, job }: { readonly app: string; readonly job: Job }) {
  const styles = useStyles()
  const { status } = job
  const done = percentDone(status) ?? (status.lastExecution ? 100 : 0)
  return (
    <div className={styles.columns}>
      <FormSection title={words.currentCycle}>
        <p className={styles.big}>{cycleText(job)}</p>
        <ProgressBar value={done / 100} aria-label={`${done}% complete`} />
        <span>{`${done}% complete`}</span>
        <ValueList
          value={{
            users: countOf(status, 'User'),
            groups: countOf(status, 'Group'),
            nextCycle: job.nextCycleAt === null ? 'None is planned' : instantText(job.nextCycleAt),
          }}
        />
        <Link to={paths.entraLogs(app)}>{words.viewLogs}</Link>
      </FormSection>
      <FormSection title={words.statistics}>
        <details open>
          <summary className={styles.summary}>{words.provisioningDetails}</summary>
          <div className={styles.inner}>
            <Details job={job} />
          </div>
        </details>
        <details>
          <summary className={styles.summary}>{words.technicalInformation}</summary>
          <div className={styles.inner}>
            <ValueList
              value={{
                [words.activityId]: status.lastExecution?.activityIdentifier ?? 'None yet',
                [words.jobId]: job.id,
              }}
            />
          </div>
        </details>
      </FormSection>
    </div>
  )
}

function Details({ job: { status, intervalMinutes } }: { readonly job: Job }) {
  const { lastExecution, steadyStateLastAchievedTime } = status
  return (
    <ValueList
      value={{
        ...(lastExecution && {
          [words.completed]: instantText(lastExecution.timeEnded),
          [words.duration]: durationText(lastExecution.timeBegan, lastExecution.timeEnded),
        }),
        [words.steadyState]: isTime(steadyStateLastAchievedTime) ? instantText(steadyStateLastAchievedTime) : 'Not yet',
        [words.interval]: `${intervalMinutes} minutes`,
      }}
    />
  )
}
