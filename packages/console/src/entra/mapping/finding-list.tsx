import { makeStyles, tokens } from '@fluentui/react-components'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { type Finding, findingText, SEVERITIES } from './mapping-findings.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '2px', marginTop: '4px' },
  summary: { cursor: 'pointer', minHeight: '24px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  more: { margin: '4px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** What the rules say; a press tells why, what to write instead, and where that is said. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles()
  if (findings.length === 0) return null
  return (
    <div className={styles.list}>
      {findings.map((finding) => (
        <details key={`${finding.rule} ${String(finding.offset)}`}>
          <summary className={styles.summary}>
            <StatusBadge tone={SEVERITIES[finding.severity]}>{finding.severity}</StatusBadge> {findingText(finding)}
          </summary>
          <p className={styles.more}>{finding.why}</p>
          <p className={styles.more}>{finding.suggestion}</p>
          <p className={styles.more}>{`${finding.rule} · ${finding.source}`}</p>
        </details>
      ))}
    </div>
  )
}
