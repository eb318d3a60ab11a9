// What a log entry tells of its steps, and of what they changed.
import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { words } from '../words.ts'
import { LOG_TONES, type LogEntry } from './log-columns.tsx'
import { stepWord } from './log-words.ts'

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', gap: '12px', margin: 0, paddingLeft: '20px' },
  step: { display: 'flex', flexDirection: 'column', gap: '4px' },
  summary: { cursor: 'pointer', minHeight: '24px' },
  head: { display: 'flex', gap: '8px', alignItems: 'center', fontWeight: tokens.fontWeightSemibold },
  cell: { overflowWrap: 'anywhere', padding: '6px 8px', verticalAlign: 'top' },
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface LogStepsProps {
  readonly steps: LogEntry['provisioningSteps']
  /** What a page calls a step of a type. */
  readonly wordOf?: (type: string) => string
  /** What was found is shown at a press. */
  readonly isFolded?: boolean
}

/** Import, Match, Determine scope, Evaluate, Provision: what each has found. */
export function LogSteps({ steps, wordOf = stepWord, isFolded = false }: LogStepsProps) {
  const styles = useStyles()
  return (
    <ol className={styles.steps}>
      {steps.map(({ name, provisioningStepType, status, description, details }, index) => (
        // Two steps of an entry may have one name; their order never changes.
        <li key={`${name} ${String(index)}`} className={styles.step}>
          <span className={styles.head}>
            {wordOf(provisioningStepType)}
            <StatusBadge tone={LOG_TONES[status] ?? 'plain'}>{status}</StatusBadge>
          </span>
          <span className={styles.detail}>{description}</span>
          {isFolded && Object.keys(details).length > 0 ? (
            <details>
              <summary className={styles.summary}>{words.viewDetails}</summary>
              <ValueList value={details} />
            </details>
          ) : (
            <ValueList value={details} />
          )}
        </li>
      ))}
    </ol>
  )
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
