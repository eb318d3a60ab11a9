import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import type { Paging } from './paging.ts'
import { useViewState } from './view-state.ts'

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap', flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface RowPagesProps {
  readonly sizes: readonly number[]
  readonly paging: Paging
}

/** Beneath a list that is read page by page: how many rows a page has, and which page it is. */
export function RowPages({ sizes, paging: { size, page, pages, first, last, total } }: RowPagesProps) {
  const styles = useStyles()
  const { set } = useViewState()
  const go = (to: number): void => set({ page: to === 1 ? undefined : String(to) })
  return (
    <div className={styles.row}>
      <span className={styles.quiet}>Rows per page</span>
      <Select
        aria-label="Rows per page"
        value={String(size)}
        onChange={(_event, { value }) => set({ rows: value, page: undefined }, { replace: true })}
      >
        {sizes.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
      <span>{`${first + 1}–${last} of ${total}`}</span>
      <Button
        icon={<ChevronLeftRegular />}
        aria-label="Previous page"
        disabledFocusable={page === 1}
        onClick={() => go(page - 1)}
      />
      <Button
        icon={<ChevronRightRegular />}
        aria-label="Next page"
        disabledFocusable={page === pages}
        onClick={() => go(page + 1)}
      />
    </div>
  )
}
