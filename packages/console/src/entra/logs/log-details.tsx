// One entry of the provisioning logs, in the portal's four tabs.
import {
  makeStyles,
  Tab,
  TabList,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Link as TextLink,
  tokens,
} from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import { words } from '../words.ts'
import { LOG_TONES, type LogEntry } from './log-columns.tsx'
import { stepWord } from './log-words.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap' },
  steps: { display: 'flex', flexDirection: 'column', gap: '12px', margin: 0, paddingLeft: '20px' },
  step: { display: 'flex', flexDirection: 'column', gap: '4px' },
  head: { display: 'flex', gap: '8px', alignItems: 'center', fontWeight: tokens.fontWeightSemibold },
  cell: { overflowWrap: 'anywhere', padding: '6px 8px', verticalAlign: 'top' },
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

const TABS = [
  ['steps', words.steps],
  ['recommendations', words.recommendations],
  ['modified', words.modified],
  ['summary', words.summary],
] as const

export function LogDetails({ entry }: { readonly entry: LogEntry }) {
  const styles = useStyles()
  const { state, set } = useViewState()
  const tab = TABS.find(([name]) => name === state.tab)?.[0] ?? 'steps'
  return (
    <>
      <TabList
        size="small"
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => set({ tab: String(value) }, { replace: true })}
      >
        {TABS.map(([name, label]) => (
          <Tab key={name} value={name}>
            {label}
          </Tab>
        ))}
      </TabList>
      {tab === 'steps' ? <LogSteps steps={entry.provisioningSteps} /> : null}
      {tab === 'recommendations' ? <Recommendations entry={entry} /> : null}
      {tab === 'modified' ? <ModifiedProperties entry={entry} /> : null}
      {tab === 'summary' ? <Summary entry={entry} /> : null}
      <Link to={paths.wireAbout(entry.sourceIdentity.displayName || entry.name)}>See it on the wire</Link>
    </>
  )
}

/** Import, Match, Determine scope, Evaluate, Provision: what each has found. */
export function LogSteps({ steps }: { readonly steps: LogEntry['provisioningSteps'] }) {
  const styles = useStyles()
  return (
    <ol className={styles.steps}>
      {steps.map(({ name, provisioningStepType, status, description, details }, index) => (
        // Two steps of an entry may have one name; their order never changes.
        <li key={`${name} ${String(index)}`} className={styles.step}>
          <span className={styles.head}>
            {stepWord(provisioningStepType)}
            <StatusBadge tone={LOG_TONES[status] ?? 'plain'}>{status}</StatusBadge>
          </span>
          <span className={styles.detail}>{description}</span>
          <ValueList value={details} />
        </li>
      ))}
    </ol>
  )
}

function Recommendations({ entry: { provisioningStatusInfo, code, status } }: { readonly entry: LogEntry }) {
  const { errorInformation } = provisioningStatusInfo
  if (errorInformation) return <ValueList value={errorInformation} />
  return <span>{code === null ? 'Nothing went wrong.' : `${status}: ${code}`}</span>
}

/** What it was and what was sent, attribute by attribute. */
export function ModifiedProperties({ entry: { modifiedProperties } }: { readonly entry: LogEntry }) {
  const styles = useStyles()
  if (modifiedProperties.length === 0) return <span>Nothing was changed.</span>
  return (
    <Table size="small" aria-label={words.modified}>
      <TableHeader>
        <TableRow>
          {['Target attribute', 'Old value', 'New value'].map((heading) => (
            <TableHeaderCell key={heading}>{heading}</TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {modifiedProperties.map(({ displayName, oldValue, newValue }) => (
          <TableRow key={displayName}>
            <TableCell className={styles.cell}>{displayName}</TableCell>
            <TableCell className={styles.cell}>{oldValue ?? '–'}</TableCell>
            <TableCell className={styles.cell}>{newValue ?? '–'}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

const IN_OTHER_TABS = ['provisioningSteps', 'modifiedProperties', 'provisioningStatusInfo', 'name', 'status', 'action']

function Summary({ entry }: { readonly entry: LogEntry }) {
  return <ValueList value={entry} hidden={IN_OTHER_TABS} />
}
