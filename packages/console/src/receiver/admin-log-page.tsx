import { Button, Field, makeStyles, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Column } from '../parts/column.ts'
import { ValueList } from '../parts/value-list.tsx'
import { useViewState, type ViewState } from '../parts/view-state.ts'
import type { Views } from '../source/source.ts'
import { useView } from '../source/use-view.ts'
import { detailsColumn } from './details-column.tsx'
import { LogPage, TimeFields } from './log-page.tsx'
import { atMinute, periodOf } from './log-period.ts'
import { words } from './words.ts'

const EVENT_TYPES = [
  'Add sync source',
  'Delete sync source',
  'Edit sync configurations',
  'Activate/Deactivate or Stop Sync Settings',
] as const

const useStyles = makeStyles({
  filters: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'end' },
  // The longest of the types, or a long name, is wider than the field.
  wide: { width: '240px', maxWidth: '100%', gridTemplateColumns: 'minmax(0, 1fr)' },
})

const COLUMNS: readonly Column<Views['lark.admin-log']>[] = [
  { field: 'eventType', label: words.eventType, width: '2fr' },
  { field: 'at', label: 'Time', width: '150px', as: 'moment', isInCard: true },
  { field: 'administrator', label: words.administrator, width: '1.6fr' },
  { field: 'sourceName', label: 'Sync source', width: '1.4fr', isInCard: true },
  detailsColumn,
]

/** Compliance › Audit Log › Admin log: what administrators did to sync sources, of the last seven days unless another time is asked for. */
export function AdminLogPage() {
  const { state } = useViewState()
  const now = useView('world.clock').data?.items[0]?.value.now
  const { eventType, administrator } = state
  return (
    <LogPage
      title={words.adminLog}
      place={words.adminLogPlace}
      view="lark.admin-log"
      query={{ eventType, administrator, ...periodOf(state, now) }}
      columns={COLUMNS}
      above={<Filters key={`${now === undefined} ${JSON.stringify(state)}`} now={now} />}
      empty="Nobody has added, edited, switched or deleted a sync source in this time."
      heading={({ value }) => value.eventType}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

/** What is chosen counts once Search is pressed. */
function Filters({ now }: { readonly now: string | number | undefined }) {
  const styles = useStyles()
  const { state, set } = useViewState()
  const administrators = useView('lark.administrators')
  const { start, end } = periodOf(state, now)
  const [asked, ask] = useState<ViewState>({ start: atMinute(start), end: atMinute(end) })
  const value = (word: string): string => asked[word] ?? state[word] ?? ''
  const choose = (word: string, text: string): void => ask((before) => ({ ...before, [word]: text }))
  return (
    <div className={styles.filters}>
      <Field label={words.eventType} className={styles.wide}>
        <Select value={value('eventType')} onChange={(_event, { value: text }) => choose('eventType', text)}>
          <option value="">All</option>
          <optgroup label={words.eventTypes}>
            {EVENT_TYPES.map((type) => (
              <option key={type}>{type}</option>
            ))}
          </optgroup>
        </Select>
      </Field>
      <Field label={words.administrator} className={styles.wide}>
        <Select value={value('administrator')} onChange={(_event, { value: text }) => choose('administrator', text)}>
          <option value="">All</option>
          {administrators.data?.items.map(({ key, value: { name } }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <TimeFields
        start={value('start')}
        end={value('end')}
        onChange={(change) => ask((before) => ({ ...before, ...change }))}
      />
      <Button appearance="primary" onClick={() => set({ ...asked, open: undefined })}>
        {words.search}
      </Button>
    </div>
  )
}
