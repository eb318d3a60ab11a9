import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Link as TextLink,
} from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import type { Column } from '../parts/column.ts'
import { RequestLink } from '../parts/request-link.tsx'
import { StatusBadge, type Tone } from '../parts/status-badge.tsx'
import { instantText, timeText } from '../parts/time-text.ts'
import { ValueList } from '../parts/value-list.tsx'
import { useViewState, type ViewState } from '../parts/view-state.ts'
import { paths } from '../paths.ts'
import type { Views } from '../source/source.ts'
import { detailsColumn } from './details-column.tsx'
import { LogPage, TimeFields } from './log-page.tsx'
import { askedPeriod } from './log-period.ts'
import { NothingSynced } from './nothing-synced.tsx'
import { words } from './words.ts'

type Entry = Views['lark.sync-log']

const Link = createLink(TextLink)

const COLUMNS: readonly Column<Entry>[] = [
  { field: 'at', isInCard: true, label: 'Time', width: '140px', show: ({ value }) => instantText(value.at) },
  {
    field: 'object',
    isInCard: true,
    label: 'Object',
    width: '1fr',
    choices: ['member', 'department', 'job title', 'user group'],
    show: ({ value }) => value.object,
  },
  { field: 'name', isHeading: true, label: 'Name', width: '2fr', show: ({ value }) => value.name },
  {
    field: 'action',
    isInCard: true,
    label: 'Action',
    choices: [
      'created',
      'changed',
      'deactivated',
      'reactivated',
      'deleted',
      'associated',
      'returned',
      'restored',
      'refused',
    ],
    width: '130px',
    show: ({ value }) => <SyncActionBadge entry={value} />,
  },
  {
    field: 'result',
    isWideOnly: true,
    label: 'Result',
    width: '1fr',
    choices: ['success', 'failure'],
    show: ({ value }) => value.result,
  },
  {
    field: 'reason',
    isWideOnly: true,
    label: 'Reason or attributes',
    width: '2.4fr',
    show: ({ value }) => value.reason ?? changedText(value),
  },
  detailsColumn,
]

export function SyncLogPage() {
  const { state } = useViewState()
  const { source } = state
  return (
    <LogPage
      query={{ source, ...askedPeriod(state) }}
      title={words.syncLog}
      place={source === undefined ? words.syncLogPlace : `${words.sourcesPlace} › ${source} › ${words.syncLog}`}
      view="lark.sync-log"
      columns={COLUMNS}
      above={<Period />}
      empty={isNarrowed(state) ? 'Nothing was synced in this time.' : <NothingSynced what="Entries" />}
      heading={({ value }) => value.name}
      details={({ value }) => <EntryDetails entry={value} />}
    />
  )
}

function isNarrowed({ start, end }: ViewState): boolean {
  return start !== undefined || end !== undefined
}

/** Counts as soon as it is chosen, as the other filters of the list do. */
function Period() {
  const styles = useStyles()
  const { state, set } = useViewState()
  const { start = '', end = '' } = state
  return (
    <div className={styles.period}>
      <TimeFields
        start={start}
        end={end}
        onChange={(change) => set({ ...change, open: undefined }, { replace: true })}
      />
    </div>
  )
}

function EntryDetails({ entry }: { readonly entry: Entry }) {
  const { attributes, ...others } = entry
  return (
    <>
      <div>
        <SyncActionBadge entry={entry} /> {entry.object}, {timeText(entry.at)}
      </div>
      <SyncedObject entry={entry} />
      {entry.reason ? <div>{entry.reason}</div> : null}
      {entry.warning ? <div>{entry.warning}</div> : null}
      <AttributeChanges changes={attributes} />
      <RequestLink query={{ exchange: entry.exchange }} to={paths.exchange} />
      <ValueList value={others} hidden={['at', 'reason', 'warning', 'name', 'action', 'object']} />
    </>
  )
}

/** Its page; a create that was refused has made nothing. */
function SyncedObject({ entry: { object, objectId, name } }: { readonly entry: Entry }) {
  const view = VIEWS[object]
  const to = view === undefined || objectId === null ? undefined : paths.entry('receiver', view, name)
  return to === undefined ? null : (
    <div>
      <Link to={to}>{name}</Link>
    </div>
  )
}

const VIEWS: Partial<Record<Entry['object'], string>> = {
  member: 'members',
  department: 'departments',
  'user group': 'user-groups',
}

const useStyles = makeStyles({
  period: { display: 'flex', gap: '12px', flexWrap: 'wrap' },
  cell: { overflowWrap: 'anywhere', padding: '6px 8px', verticalAlign: 'top' },
})

/** What it was and what it is, attribute by attribute. */
export function AttributeChanges({ changes }: { readonly changes: Entry['attributes'] }) {
  const styles = useStyles()
  if (changes.length === 0) return null
  return (
    <Table size="small" aria-label="Changed attributes">
      <TableHeader>
        <TableRow>
          {['Field', 'Old', 'New'].map((heading) => (
            <TableHeaderCell key={heading}>{heading}</TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {changes.map((change) => (
          <TableRow key={change.attribute}>
            <TableCell className={styles.cell}>{change.attribute}</TableCell>
            <TableCell className={styles.cell}>{change.old ?? '–'}</TableCell>
            <TableCell className={styles.cell}>{change.new ?? '–'}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

const TONES: Partial<Record<Entry['action'], Tone>> = {
  created: 'good',
  reactivated: 'good',
  restored: 'good',
  returned: 'good',
  deactivated: 'watch',
  deleted: 'watch',
  refused: 'bad',
}

export function SyncActionBadge({ entry }: { readonly entry: Pick<Entry, 'action'> }) {
  return <StatusBadge tone={TONES[entry.action] ?? 'plain'}>{entry.action}</StatusBadge>
}

/** The attributes that an entry changed, by name. */
export function changedText({ attributes }: Pick<Entry, 'attributes'>): string {
  return attributes.map(({ attribute }) => attribute).join(', ')
}
