import { makeStyles, SearchBox, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { instantText } from '../../parts/time-text.ts'
import { useViewState } from '../../parts/view-state.ts'
import { useLater } from '../../source/use-later.ts'
import { eventTypes, insights, provisioningEvents } from '../words.ts'
import { lastOnly } from './choice.ts'

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  user: { width: '220px', maxWidth: '100%' },
})

/** Filters by service, event type, user and time. */
export function EventFilters() {
  const styles = useStyles()
  const { state, set } = useViewState()
  const { start, end, last = '', service = '', eventType = '' } = state
  const choose = (change: Readonly<Record<string, string | undefined>>): void => set(change, { replace: true })
  return (
    <div className={styles.row}>
      <Select
        aria-label={insights.service}
        value={service}
        onChange={(_event, { value }) => choose({ service: value, open: undefined })}
      >
        <option value="">{insights.allServices}</option>
        <option value="directory">{insights.directory}</option>
      </Select>
      <Select
        aria-label={insights.eventType}
        value={eventType}
        onChange={(_event, { value }) => choose({ eventType: value, open: undefined })}
      >
        <option value="">{insights.allTypes}</option>
        <option value={provisioningEvents.join(',')}>{insights.provisioning}</option>
        {eventTypes.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </Select>
      <User />
      <Select
        aria-label={insights.time}
        value={start === undefined ? last : 'bar'}
        onChange={(_event, { value }) => choose(lastOnly(value))}
      >
        {start === undefined ? null : (
          <option value="bar">{`${instantText(start)} to ${instantText(end ?? start)}`}</option>
        )}
        {insights.times.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  )
}

const TYPED_FOR_MS = 300

/** A name or an address, whole: what is typed counts a moment later. */
function User() {
  const styles = useStyles()
  const { state, set } = useViewState()
  const [text, setText] = useState(state.user ?? '')
  useLater(text !== (state.user ?? ''), TYPED_FOR_MS, text, () =>
    set({ user: text, open: undefined }, { replace: true }),
  )
  return (
    <SearchBox
      className={styles.user}
      aria-label={insights.user}
      placeholder={insights.userHint}
      value={text}
      onChange={(_event, { value }) => setText(value)}
    />
  )
}
