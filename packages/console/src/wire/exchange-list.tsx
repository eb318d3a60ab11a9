// The exchanges as a list that draws only what is in sight. While it follows, the newest is at its end.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useNarrow } from '../parts/narrow.ts'
import { useRowKeys } from '../parts/row-keys.ts'
import { useViewState } from '../parts/view-state.ts'
import { hiddenIn } from './columns.ts'
import { ExchangeRow } from './exchange-row.tsx'
import { GroupLine } from './group-row.tsx'
import type { WireRow } from './groups.ts'
import { HappeningRow } from './happening-row.tsx'

const useStyles = makeStyles({
  list: {
    position: 'relative',
    overflowY: 'auto',
    flexGrow: 1,
    minHeight: '160px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    boxSizing: 'border-box',
    padding: '0 12px 0 0',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  exchange: {},
  group: { backgroundColor: tokens.colorNeutralBackground2 },
  // There is nothing to open.
  happening: { cursor: 'default' },
  cell: { display: 'flex', flexDirection: 'column', gap: '2px' },
  open: { backgroundColor: tokens.colorBrandBackground2, boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
})

interface Heights extends Readonly<Record<WireRow['kind'], number>> {}

/** A sentence has one line, and two on a telephone. */
function heightsOf(hasSentence: boolean, isNarrow: boolean): Heights {
  return { exchange: hasSentence ? (isNarrow ? 72 : 60) : 36, group: 36, happening: 28 }
}

export interface ExchangeListProps {
  readonly rows: readonly WireRow[]
  /** Number of the exchange that is to be in sight: the last one that is shown. */
  readonly at: number | undefined
  readonly open: number | undefined
  readonly onOpen: (seq: number | undefined) => void
  /** Shows or hides the exchanges of a group. */
  readonly onToggle: (group: string) => void
}

export function ExchangeList({ rows: all, at, open, onOpen, onToggle }: ExchangeListProps) {
  const styles = useStyles()
  const { state } = useViewState()
  const hidden = hiddenIn(state.hide)
  const heights = heightsOf(!hidden.has('sentence'), useNarrow())
  const list = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: all.length,
    getScrollElement: () => list.current,
    estimateSize: (index) => heights[all[index]?.kind ?? 'exchange'],
    overscan: 6,
  })
  useInSight(rows, all, at, open, heights.exchange)

  const enter = (index: number): void => {
    const row = all[index]
    if (row?.kind === 'group') onToggle(row.key)
    else if (row?.kind === 'exchange') onOpen(row.head.seq === open ? undefined : row.head.seq)
  }
  const keys = useRowKeys({
    count: all.length,
    list,
    scrollTo: (index) => rows.scrollToIndex(index),
    onEnter: enter,
  })
  const deepest = all.reduce((most, row) => Math.max(most, row.kind === 'group' ? row.level : 0), 0)
  const shown = rows.getVirtualItems()
  const stop = keys.tabStop(shown, shown.at(-1)?.index)

  return (
    <div
      className={styles.list}
      ref={list}
      role="treegrid"
      aria-label="Exchanges"
      aria-rowcount={all.length}
      aria-colcount={1}
    >
      <div role="presentation" style={{ height: rows.getTotalSize() }} />
      {shown.map(({ index, start }) => {
        const row = all[index]
        if (!row) return null
        return (
          <PlacedRow
            key={keyOf(row, index)}
            {...{ row, index, deepest, hidden }}
            isOpen={row.kind === 'exchange' && row.head.seq === open}
            isStop={index === stop}
            place={{ top: start, height: heights[row.kind] }}
            onClick={() => {
              keys.setActive(index)
              enter(index)
            }}
            onKeyDown={(event) => keys.press(event, index)}
          />
        )
      })}
    </div>
  )
}

interface PlacedRowProps {
  readonly row: WireRow
  readonly index: number
  /** Level of the innermost groups. */
  readonly deepest: number
  readonly hidden: ReadonlySet<string>
  readonly isOpen: boolean
  /** Whether Tab comes to it. */
  readonly isStop: boolean
  readonly place: { readonly top: number; readonly height: number }
  readonly onClick: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function PlacedRow({ row, index, deepest, hidden, isOpen, isStop, place, onClick, onKeyDown }: PlacedRowProps) {
  const styles = useStyles()
  return (
    <div
      data-index={index}
      className={mergeClasses(styles.row, styles[row.kind], isOpen && styles.open)}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isOpen}
      aria-level={row.kind === 'exchange' ? deepest + 1 : row.kind === 'group' ? row.level : 1}
      aria-expanded={row.kind === 'group' ? row.isOpen : undefined}
      tabIndex={isStop ? 0 : -1}
      style={place}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <div role="gridcell" className={styles.cell}>
        <Row row={row} hidden={hidden} />
      </div>
    </div>
  )
}

function Row({ row, hidden }: { readonly row: WireRow; readonly hidden: ReadonlySet<string> }) {
  if (row.kind === 'group') return <GroupLine group={row} />
  if (row.kind === 'happening') return <HappeningRow happening={row.happening} />
  return <ExchangeRow head={row.head} hidden={hidden} />
}

function keyOf(row: WireRow, index: number): string | number {
  if (row.kind === 'group') return row.key
  return row.kind === 'happening' ? `between ${index}` : row.head.seq
}

type Rows = Virtualizer<HTMLDivElement, Element>

/** Measures anew where the rows are others, and keeps in sight what is to be. */
function useInSight(
  rows: Rows,
  all: readonly WireRow[],
  at: number | undefined,
  open: number | undefined,
  height: number,
): void {
  // Another kind of row may stand where one stood.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are the reason to measure.
  useEffect(() => rows.measure(), [rows, all, height])
  // Reading further up is not disturbed: who wants to see the newest has not opened anything.
  useEffect(() => {
    if (open !== undefined || at === undefined) return
    const index = withWhatFollows(all, indexOfSeq(all, at))
    if (index >= 0) rows.scrollToIndex(index, { align: index === all.length - 1 ? 'end' : 'auto' })
  }, [at, open, all, rows])
  useScrollTo(open, all, (index) => rows.scrollToIndex(index, { align: 'auto' }))
}

/** A link to an exchange shows it. */
function useScrollTo(open: number | undefined, all: readonly WireRow[], scroll: (index: number) => void): void {
  const done = useRef<number>(undefined)
  useEffect(() => {
    if (open === undefined || done.current === open || all.length === 0) return
    done.current = open
    const index = indexOfSeq(all, open)
    if (index >= 0) scroll(index)
  })
}

/** What happened behind the last exchange is in sight with it. */
function withWhatFollows(all: readonly WireRow[], index: number): number {
  return index >= 0 && all.slice(index + 1).every(({ kind }) => kind === 'happening') ? all.length - 1 : index
}

/** From the end: what is looked for is mostly new. */
function indexOfSeq(all: readonly WireRow[], seq: number): number {
  return all.findLastIndex((row) => row.kind === 'exchange' && row.head.seq === seq)
}
