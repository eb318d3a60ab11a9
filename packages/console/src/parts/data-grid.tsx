// The one table: rows are drawn while they are in sight, and read page by page; the arrow keys go from row to row.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSortDownRegular, ArrowSortUpRegular } from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { Item } from '../source/source.ts'
import { cellOf } from './cell.tsx'
import type { Column } from './column.ts'
import { useNarrow } from './narrow.ts'
import { useRowKeys } from './row-keys.ts'

export interface DataGridProps<Value> {
  readonly name: string
  readonly columns: readonly Column<Value>[]
  readonly total: number
  /** Undefined while it is being read. */
  readonly itemAt: (index: number) => Item<Value> | undefined
  readonly onSight: (first: number, last: number) => void
  readonly openKey: string | undefined
  readonly onOpen: (key: string | undefined) => void
  /** `-at`, `name`; undefined for the view's own order. */
  readonly sort: string | undefined
  readonly onSort: (sort: string) => void
}

const ROW = 36
const CARD = 56

const useStyles = makeStyles({
  grid: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    flexGrow: 1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  header: {
    display: 'grid',
    flexShrink: 0,
    columnGap: '12px',
    padding: '0 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    scrollbarGutter: 'stable',
    overflow: 'hidden',
  },
  heading: { minWidth: 0, overflow: 'hidden' },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  sorter: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    width: '100%',
    minHeight: '34px',
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    textAlign: 'left',
    ':hover': { color: tokens.colorNeutralForeground1 },
  },
  plain: { cursor: 'default' },
  body: { position: 'relative', overflowY: 'auto', flexGrow: 1, minHeight: '120px', scrollbarGutter: 'stable' },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'grid',
    columnGap: '12px',
    alignItems: 'center',
    padding: '0 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  card: { alignContent: 'center', rowGap: '2px' },
  first: { fontWeight: tokens.fontWeightSemibold },
  second: {
    display: 'flex',
    gap: '8px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
  },
})

export function DataGrid<Value>(props: DataGridProps<Value>) {
  const { name, columns, total, itemAt, openKey, onOpen } = props
  const styles = useStyles()
  const isNarrow = useNarrow()
  const { body, rows, shown, first, height } = useRowsInSight(props)

  const keys = useRowKeys({
    count: total,
    list: body,
    scrollTo: (index) => rows.scrollToIndex(index),
    onEnter: (index) => onOpen(itemAt(index)?.key),
  })
  const stop = keys.tabStop(shown, first)
  const tracks = isNarrow ? '1fr' : columns.map(({ width }) => `minmax(0, ${width})`).join(' ')

  return (
    <div className={styles.grid} role="grid" aria-label={name} aria-rowcount={total + 1} aria-colcount={columns.length}>
      {/* Telephones show cards: the headings are there for those who cannot see them so. */}
      <Headings {...props} tracks={columns.map(({ width }) => `minmax(0, ${width})`).join(' ')} />
      <div className={styles.body} ref={body} role="rowgroup">
        <div role="presentation" style={{ height: rows.getTotalSize() }} />
        {shown.map(({ index, start }) => {
          const item = itemAt(index)
          const isOpen = item !== undefined && item.key === openKey
          return (
            <div
              key={index}
              data-index={index}
              className={mergeClasses(styles.row, isNarrow && styles.card, isOpen && styles.open)}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={isOpen}
              tabIndex={index === stop ? 0 : -1}
              style={{ top: start, height, gridTemplateColumns: tracks }}
              onClick={({ target }) => {
                if (isControl(target)) return
                keys.setActive(index)
                onOpen(isOpen ? undefined : item?.key)
              }}
              onKeyDown={(event) => {
                if (!isControl(event.target)) keys.press(event, index)
              }}
            >
              {isNarrow ? <Card item={item} columns={columns} /> : <Cells item={item} columns={columns} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The rows that are drawn, and their list; onSight is told which they are. */
function useRowsInSight<Value>({ total, onSight }: Pick<DataGridProps<Value>, 'total' | 'onSight'>) {
  const body = useRef<HTMLDivElement>(null)
  const height = useNarrow() ? CARD : ROW
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => body.current,
    estimateSize: () => height,
    overscan: 8,
  })
  const shown = rows.getVirtualItems()
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0]
  useEffect(() => {
    if (height > 0) rows.measure()
  }, [rows, height])
  useEffect(() => onSight(first, last), [onSight, first, last])
  return { body, rows, shown, first, height }
}

/** A link, a button or a check box within a row does its own. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label') !== null
}

function Headings<Value>({
  columns,
  sort,
  onSort,
  tracks,
}: Pick<DataGridProps<Value>, 'columns' | 'sort' | 'onSort'> & { readonly tracks: string }) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  if (isNarrow) return null
  return (
    <div className={styles.header} role="row" aria-rowindex={1} tabIndex={-1} style={{ gridTemplateColumns: tracks }}>
      {columns.map(({ field, label, isSortable = true }) => {
        const order = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none'
        return (
          <div
            key={field}
            role="columnheader"
            tabIndex={-1}
            className={styles.heading}
            aria-sort={isSortable ? order : undefined}
          >
            {isSortable ? (
              <button
                type="button"
                className={styles.sorter}
                onClick={() => onSort(order === 'ascending' ? `-${field}` : field)}
              >
                <span className={styles.label} title={label}>
                  {label}
                </span>
                {order === 'ascending' ? (
                  <ArrowSortUpRegular />
                ) : order === 'descending' ? (
                  <ArrowSortDownRegular />
                ) : null}
              </button>
            ) : (
              <span className={mergeClasses(styles.sorter, styles.plain)} title={label}>
                <span className={styles.label}>{label}</span>
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}

interface Drawn<Value> {
  readonly item: Item<Value> | undefined
  readonly columns: readonly Column<Value>[]
}

function Cells<Value>({ item, columns }: Drawn<Value>) {
  const styles = useStyles()
  return columns.map((column, index) => (
    <div
      key={column.field}
      role="gridcell"
      className={mergeClasses(styles.cell, column === headingOf(columns) && styles.first)}
    >
      {item ? cellOf(column, item) : index === 0 ? '…' : ''}
    </div>
  ))
}

function headingOf<Value>(columns: readonly Column<Value>[]): Column<Value> | undefined {
  return columns.find(({ isHeading }) => isHeading) ?? columns[0]
}

/** Two lines: the heading, and what else there is to say. */
function Card<Value>({ item, columns }: Drawn<Value>) {
  const styles = useStyles()
  const head = headingOf(columns)
  return (
    <>
      <div role="gridcell" className={mergeClasses(styles.cell, styles.first)}>
        {item && head ? cellOf(head, item) : '…'}
      </div>
      <div role="gridcell" className={styles.second}>
        {item
          ? columns
              .filter((column) => column.isInCard && column !== head)
              .map((column) => (
                <span key={column.field} className={styles.cell}>
                  {cellOf(column, item)}
                </span>
              ))
          : null}
      </div>
    </>
  )
}
