import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Column } from '../parts/column.ts'
import { ExportRows } from '../parts/export-rows.tsx'
import { ListDetails } from '../parts/list-details.tsx'
import { ValueList } from '../parts/value-list.tsx'
import { useViewState, type ViewState } from '../parts/view-state.ts'
import type { Views } from '../source/source.ts'
import { useView } from '../source/use-view.ts'
import { useActing } from './acting.ts'
import { ActingAs } from './acting-as.tsx'
import { atMinute, periodOf } from './admin-log-period.ts'
import { detailsColumn } from './details-column.tsx'
import { words } from './words.ts'

const EVENT_TYPES = [
  'Add sync source',
  'Delete sync source',
  'Edit sync configurations',
  'Activate/Deactivate or Stop Sync Settings',
] as const

const useStyles = makeStyles({
  filters: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'end' },
  wide: { width: '240px', maxWidth: '100%' },
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
  const acting = useActing()
  const { state } = useViewState()
  const now = useView('world.clock').data?.items[0]?.value.now
  const { eventType, administrator } = state
  const query = { ...acting, eventType, administrator, ...periodOf(state, now) }
  return (
    <ListDetails
      title={words.adminLog}
      place={words.adminLogPlace}
      view="lark.admin-log"
      query={query}
      columns={COLUMNS}
      sort="-at"
      tools={
        <>
          <ActingAs />
          <ExportRows
            label={words.export}
            title={words.adminLog}
            view="lark.admin-log"
            query={query}
            columns={COLUMNS}
            sort="-at"
          />
        </>
      }
      above={now === undefined ? null : <Filters key={JSON.stringify(state)} now={now} />}
      empty="Nobody has added, edited, switched or deleted a sync source in this time."
      heading={({ value }) => value.eventType}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

/** What is chosen counts once Search is pressed. */
function Filters({ now }: { readonly now: string | number }) {
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
      <Field label={words.administrator}>
        <Select value={value('administrator')} onChange={(_event, { value: text }) => choose('administrator', text)}>
          <option value="">All</option>
          {administrators.data?.items.map(({ key, value: { name } }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {(
        [
          ['start', words.startTime],
          ['end', words.endTime],
        ] as const
      ).map(([word, label]) => (
        <Field key={word} label={label}>
          <Input type="datetime-local" value={value(word)} onChange={(_event, { value: text }) => choose(word, text)} />
        </Field>
      ))}
      <Button appearance="primary" onClick={() => set({ ...asked, open: undefined })}>
        {words.search}
      </Button>
    </div>
  )
}
