// What the provisioning logs are narrowed by, in the portal's order: Identity, Date, Status, Action, and what one adds (MS8).
import { useViewState } from '../../parts/view-state.ts'
import { words } from '../words.ts'
import { ChoiceFilter, DateFilter, FilterRow, TextFilter } from './filter-fields.tsx'
import { ADDED_FILTERS, addedIn } from './log-query.ts'
import { ACTION_CHOICES, STATUS_CHOICES } from './log-words.ts'

export function LogFilters() {
  const { state } = useViewState()
  const added = addedIn(state)
  return (
    <FilterRow>
      <TextFilter name="identity" label={words.identity} />
      <DateFilter />
      <ChoiceFilter name="status" label={words.logStatus} choices={STATUS_CHOICES} />
      <ChoiceFilter name="action" label={words.action} choices={ACTION_CHOICES} />
      {ADDED_FILTERS.map(([name, label]) =>
        added.includes(name) ? <TextFilter key={name} name={name} label={label} /> : null,
      )}
    </FilterRow>
  )
}
