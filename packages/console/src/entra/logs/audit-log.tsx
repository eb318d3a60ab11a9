// What the audit logs of all applications and of one have in common: columns, filters, and what the address asks.
import type { Column } from '../../parts/column.ts'
import { useViewState } from '../../parts/view-state.ts'
import type { Views } from '../../source/source.ts'
import { useView } from '../../source/use-view.ts'
import { words } from '../words.ts'
import { ChoiceFilter, DateFilter, FilterRow } from './filter-fields.tsx'
import { LOG_TONES } from './log-columns.tsx'
import { auditQuery, isNarrowedBy } from './log-query.ts'
import { ACTIVITY_CHOICES, AUDIT_STATUS_CHOICES, statusWord } from './log-words.ts'

/** In the order of the portal's list (MS16). */
const COLUMNS: readonly Column<Views['entra.audit-logs']>[] = [
  { field: 'at', label: words.date, width: '140px', as: 'moment', isInCard: true },
  { field: 'service', label: words.service, width: '1.6fr', isWideOnly: true },
  { field: 'category', label: words.category, width: '1.9fr', isWideOnly: true },
  { field: 'activity', label: words.activityColumn, width: '2.6fr', isHeading: true },
  {
    field: 'status',
    label: words.logStatus,
    width: '110px',
    state: ({ value }) => [LOG_TONES[value.status] ?? 'plain', statusWord(value.status)],
    isWideOnly: true,
  },
  { field: 'appName', label: words.target, width: '0.9fr', isInCard: true },
  { field: 'initiatedBy', label: words.initiatedBy, width: '1.5fr' },
]

/** As a list takes it. */
export function useAuditLog() {
  const { state } = useViewState()
  const now = useView('world.clock').data?.items[0]?.value.now
  return {
    columns: COLUMNS,
    sort: '-at',
    query: auditQuery(state, now === undefined ? undefined : String(now)),
    isNarrowed: isNarrowedBy(state),
    above: <AuditFilters />,
  }
}

function AuditFilters() {
  return (
    <FilterRow>
      <DateFilter />
      <ChoiceFilter name="activity" label={words.activityColumn} choices={ACTIVITY_CHOICES} />
      <ChoiceFilter name="status" label={words.logStatus} choices={AUDIT_STATUS_CHOICES} />
    </FilterRow>
  )
}
