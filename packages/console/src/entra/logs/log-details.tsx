// One entry of the provisioning logs, in the portal's four tabs.
import { makeStyles, Tab, TabList } from '@fluentui/react-components'
import { ValueList } from '../../parts/value-list.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { words } from '../words.ts'
import type { LogEntry } from './log-columns.tsx'
import { LogSteps, ModifiedProperties } from './log-steps.tsx'
import { WireLinks } from './wire-links.tsx'

const useStyles = makeStyles({ tabs: { flexWrap: 'wrap' } })

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
      <WireLinks numbers={entry.exchanges ?? []} about={entry.sourceIdentity.displayName || entry.name} />
    </>
  )
}

function Recommendations({ entry: { provisioningStatusInfo, code, status } }: { readonly entry: LogEntry }) {
  const { errorInformation } = provisioningStatusInfo
  if (errorInformation) return <ValueList value={errorInformation} />
  return <span>{code === null ? 'Nothing went wrong.' : `${status}: ${code}`}</span>
}

const IN_OTHER_TABS = ['provisioningSteps', 'modifiedProperties', 'provisioningStatusInfo', 'name', 'status', 'action']

function Summary({ entry }: { readonly entry: LogEntry }) {
  return <ValueList value={entry} hidden={IN_OTHER_TABS} />
}
