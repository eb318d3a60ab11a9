// The exchanges as a list that draws only what is in sight. While it follows, the newest is at its end.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useRowKeys } from '../parts/row-keys.ts'
import { ExchangeRow } from './exchange-row.tsx'
import type { Head } from './sentences.ts'

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
    height: '60px',
    boxSizing: 'border-box',
    padding: '8px 12px 8px 0',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: { backgroundColor: tokens.colorBrandBackground2, boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
})

const ROW = 60

export interface ExchangeListProps {
  readonly heads: readonly Head[]
  readonly isFollowing: boolean
  readonly open: number | undefined
  readonly onOpen: (seq: number | undefined) => void
}

export function ExchangeList({ heads, isFollowing, open, onOpen }: ExchangeListProps) {
  const styles = useStyles()
  const list = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: heads.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    overscan: 6,
  })
  const newest = heads.at(-1)?.seq
  // Reading further up is not disturbed: who wants to follow has not opened anything.
  useEffect(() => {
    if (isFollowing && open === undefined && newest !== undefined)
      rows.scrollToIndex(heads.length - 1, { align: 'end' })
  }, [isFollowing, open, newest, heads.length, rows])
  useScrollTo(open, heads, (index) => rows.scrollToIndex(index, { align: 'auto' }))

  const keys = useRowKeys({
    count: heads.length,
    list,
    scrollTo: (index) => rows.scrollToIndex(index),
    onEnter: (index) => onOpen(heads[index]?.seq),
  })
  const shown = rows.getVirtualItems()
  const stop = keys.tabStop(shown, shown.at(-1)?.index)

  return (
    <div
      className={styles.list}
      ref={list}
      role="grid"
      aria-label="Exchanges"
      aria-rowcount={heads.length}
      aria-colcount={1}
    >
      <div role="presentation" style={{ height: rows.getTotalSize() }} />
      {shown.map(({ index, start }) => {
        const head = heads[index]
        if (!head) return null
        const isOpen = head.seq === open
        return (
          <div
            key={head.seq}
            data-index={index}
            className={mergeClasses(styles.row, isOpen && styles.open)}
            role="row"
            aria-rowindex={index + 1}
            aria-selected={isOpen}
            tabIndex={index === stop ? 0 : -1}
            style={{ top: start }}
            onClick={() => {
              keys.setActive(index)
              onOpen(isOpen ? undefined : head.seq)
            }}
            onKeyDown={(event) => keys.press(event, index)}
          >
            <div role="gridcell">
              <ExchangeRow head={head} />
            </div>
          </div>
        )
      })}
    </div>
  )
}

/** A link to an exchange shows it. */
function useScrollTo(open: number | undefined, heads: readonly Head[], scroll: (index: number) => void): void {
  const done = useRef<number>(undefined)
  useEffect(() => {
    if (open === undefined || done.current === open || heads.length === 0) return
    done.current = open
    const index = heads.findIndex(({ seq }) => seq === open)
    if (index >= 0) scroll(index)
  })
}
