import { makeStyles, tokens } from '@fluentui/react-components'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { useView } from '../../source/use-view.ts'
import { syncOf } from '../sync-state.ts'
import { words } from '../words.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center', overflowWrap: 'anywhere' },
  said: { color: tokens.colorNeutralForeground3, width: '100%', overflowWrap: 'anywhere' },
})

/** The applications that somebody has, and how far they came there. */
export function PersonApplications({ id }: { readonly id: string }) {
  const styles = useStyles()
  const { data, error, retry } = useView('okta.assignments', { user: id, limit: 1_000 })
  return (
    <FormSection title={words.applications}>
      {error ? <Failed error={error} retry={retry} /> : null}
      {data || error ? null : <Loading what="applications" />}
      {data?.total === 0 ? <span>No application is assigned to this person, alone or by a group.</span> : null}
      <ul className={styles.list} aria-label={words.applications}>
        {data?.items.map(({ value }) => (
          <li key={value.application} className={styles.row}>
            {value.application}
            <StatusBadge tone={syncOf(value)[0]}>{syncOf(value)[1]}</StatusBadge>
            <span className={styles.said}>
              {[value.scope === 'GROUP' ? words.byGroup : words.individual, value.userName, value.error]
                .filter((one) => one !== undefined)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </FormSection>
  )
}
