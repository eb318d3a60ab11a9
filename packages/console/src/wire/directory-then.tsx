// The members of the application as of the playhead; only those in sight are read and drawn.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { StatusBadge } from '../parts/status-badge.tsx'
import { PAGE_SIZE, usePages, useView } from '../source/use-view.ts'
import { type AsOf, changedAt, type MemberThen, membersThen } from './as-of.ts'

const ROW = 44

const useStyles = makeStyles({
  list: { position: 'relative', overflowY: 'auto', flexGrow: 1, minHeight: '160px' },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: '44px',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  changed: { fontWeight: tokens.fontWeightSemibold },
  absent: { color: tokens.colorNeutralForeground3 },
})

export function DirectoryThen({ heads, at }: AsOf) {
  const styles = useStyles()
  const list = useRef<HTMLDivElement>(null)
  const then = useMemo(() => membersThen(heads, at), [heads, at])
  const changed = useMemo(() => changedAt(heads, at), [heads, at])
  const { data } = useView('lark.members', { limit: 1 })
  const rows = useVirtualizer({
    count: data?.total ?? 0,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    overscan: 6,
  })
  const shown = rows.getVirtualItems()
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0]
  const numbers = [...new Set([Math.floor(first / PAGE_SIZE), Math.floor(last / PAGE_SIZE)])]
  const pages = usePages('lark.members', { sort: 'name' }, numbers)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={styles.list} ref={list} tabIndex={0} aria-label="Members">
      <div role="presentation" style={{ height: rows.getTotalSize() }} />
      {shown.map(({ index, start }) => {
        const item = pages[numbers.indexOf(Math.floor(index / PAGE_SIZE))]?.data?.items[index % PAGE_SIZE]
        return (
          <div key={index} className={styles.row} style={{ top: start }}>
            {item ? (
              <Member
                name={item.value.name ?? item.key}
                status={item.value.status}
                then={then.get(item.key)}
                isChanged={changed.has(item.key)}
              />
            ) : (
              '…'
            )}
          </div>
        )
      })}
    </section>
  )
}

interface MemberProps {
  readonly name: string
  readonly status: string
  readonly then: MemberThen | undefined
  /** By the last exchange that is shown. */
  readonly isChanged: boolean
}

function Member({ name, status, then, isChanged }: MemberProps) {
  const styles = useStyles()
  if (then?.isAbsent)
    return (
      <>
        <span className={`${styles.name} ${styles.absent}`}>{name}</span>
        <StatusBadge tone="plain">not there yet</StatusBadge>
      </>
    )
  const was = then?.attributes.status ?? status
  return (
    <>
      <span className={mergeClasses(styles.name, isChanged && styles.changed)}>
        {isChanged ? <span title="Changed by the last exchange that is shown">● </span> : null}
        {name}
      </span>
      <StatusBadge tone={was === 'Active' ? 'good' : 'watch'}>{was}</StatusBadge>
    </>
  )
}
