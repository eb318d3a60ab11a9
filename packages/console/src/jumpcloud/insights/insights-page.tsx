import type { Column } from '../../parts/column.ts'
import { ListDetails } from '../../parts/list-details.tsx'
import { useViewState } from '../../parts/view-state.ts'
import type { Views } from '../../source/source.ts'
import { words } from '../words.ts'
import { choiceOf, isChosen } from './choice.ts'
import { EventDetails } from './event-details.tsx'
import { EventFilters } from './event-filters.tsx'
import { EventFrequency } from './event-frequency.tsx'

/** What stands where nobody is known (JC4). */
const NOBODY = '–'

/** The columns of the page before anybody changes them (JC4). */
const COLUMNS: readonly Column<Views['jumpcloud.insights']>[] = [
  { field: 'timestamp', label: words.timestamp, width: '140px', as: 'moment', isInCard: true },
  { field: 'event_type', label: words.eventType, width: '2fr', isHeading: true },
  {
    field: 'success',
    label: words.result,
    width: '120px',
    state: ({ value: { success } }) => (success ? ['good', 'success'] : ['bad', 'failure']),
    isInCard: true,
  },
  {
    field: 'initiated_by.email',
    label: words.initiatedBy,
    width: '1.6fr',
    show: ({ value }) => value.initiated_by.email ?? NOBODY,
  },
  { field: 'client_ip', label: words.clientIp, width: '130px', show: ({ value }) => value.client_ip ?? NOBODY },
]

/** Insights › Directory: what has happened in the last 90 days, how often, and to whom. */
export function JumpCloudInsightsPage() {
  const { state } = useViewState()
  return (
    <ListDetails
      title={words.insights}
      place={words.insightsPlace}
      view="jumpcloud.insights"
      query={choiceOf(state)}
      columns={COLUMNS}
      sort="-timestamp"
      above={
        <>
          <EventFilters />
          <EventFrequency />
        </>
      }
      empty={
        isChosen(state) ? 'No event is of that kind.' : 'Nothing has happened in the organization in the last 90 days.'
      }
      heading={({ value }) => value.event_type}
      details={({ value }) => <EventDetails event={value} />}
    />
  )
}
