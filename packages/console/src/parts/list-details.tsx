// The pattern of every list: what is searched, how it is sorted and which entry is open stand in the address.
import { makeStyles, mergeClasses, SearchBox } from '@fluentui/react-components'
import { type ReactNode, useCallback, useState } from 'react'
import type { Item, ViewName, ViewQuery, Views } from '../source/source.ts'
import { useLater } from '../source/use-later.ts'
import { PAGE_SIZE, useItem, usePages, useView } from '../source/use-view.ts'
import type { Column } from './column.ts'
import { DataGrid } from './data-grid.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { askedOf, ListFilters } from './list-filters.tsx'
import { useNarrow } from './narrow.ts'
import { Empty, Failed, Loading } from './page-state.tsx'
import { useStyles as usePageStyles } from './page-styles.ts'
import { pagingOf } from './paging.ts'
import { RowPages } from './row-pages.tsx'
import { shownColumns } from './shown-columns.ts'
import { useViewState, type ViewState } from './view-state.ts'

export interface ListDetailsProps<Name extends ViewName> {
  readonly title: string
  /** Where it stands in the portal: `Organisation › Member and Department`. */
  readonly place: ReactNode
  readonly view: Name
  readonly query?: ViewQuery
  readonly columns: readonly Column<Views[Name]>[]
  /** Order when the address names none. */
  readonly sort?: string
  /** What is said where there is nothing yet. */
  readonly empty: ReactNode
  readonly details: (item: Item<Views[Name]>) => ReactNode
  /** Heading of the details; the item's key without it. */
  readonly heading?: (item: Item<Views[Name]>) => string
  /** Beside the search box. */
  readonly tools?: ReactNode
  /** Numbers of rows that a page can have, of a portal that shows its list page by page. */
  readonly pageSizes?: readonly number[]
  /** Above the list: a notice, or a form of its own. */
  readonly above?: ReactNode
  /** What the notice above reads: until it is known, nothing is drawn that it would push down. */
  readonly awaits?: readonly [view: ViewName, query: ViewQuery]
  /** The query already asks for less than there is, so that an empty list does not mean that there is nothing. */
  readonly isNarrowed?: boolean
}

const useStyles = makeStyles({
  split: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', minHeight: 0, flexGrow: 1 },
  withDetails: { gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 380px)' },
  // Of a width of its own, so that nothing moves once it is known.
  count: { minWidth: '76px' },
  search: { width: '240px', maxWidth: '100%', '@media (max-width: 759px)': { width: '100%' } },
})

const TYPED_FOR_MS = 200

export function ListDetails<Name extends ViewName>(props: ListDetailsProps<Name>) {
  const { title, place, view, columns: all, empty, tools, isNarrowed = false } = props
  const page = usePageStyles()
  const styles = useStyles()
  const { state, set } = useViewState()
  const isNarrow = useNarrow()
  const columns = shownColumns(all, state.hide)
  const asked = askedOf(all, state)
  const list = useList(props, asked, state)
  const { paging } = list
  const total = useKnown(props) ? list.total : undefined
  const onOpen = useCallback((key: string | undefined) => set({ open: key }), [set])
  return (
    <div className={page.page}>
      <div>
        <div className={page.quiet}>{place}</div>
        <div className={page.head}>
          <div className={page.heading}>
            <h1 className={page.title}>{title}</h1>
            <span className={mergeClasses(page.quiet, styles.count)}>
              {list.total === undefined ? '' : counted(list.total)}
            </span>
          </div>
          <span className={page.grow} />
          {tools}
          <ListFilters columns={all} />
          <Search />
        </div>
      </div>
      {props.above}
      {list.error ? <Failed error={list.error} retry={list.retry} /> : null}
      <div className={`${styles.split} ${state.open !== undefined && !isNarrow ? styles.withDetails : ''}`}>
        {total === undefined && !list.error ? <Loading what={title.toLowerCase()} /> : null}
        {total === 0 ? (
          <Empty>{state.q === undefined && asked.length === 0 && !isNarrowed ? empty : nothingText(state.q)}</Empty>
        ) : null}
        {total !== undefined && total > 0 ? (
          <DataGrid
            name={title}
            columns={state.open === undefined ? columns : columns.filter(({ isWideOnly }) => isWideOnly !== true)}
            total={paging.last - paging.first}
            itemAt={list.itemAt}
            onSight={list.onSight}
            openKey={state.open}
            onOpen={onOpen}
            sort={state.sort ?? props.sort}
            onSort={(sort) => set({ sort }, { replace: true })}
          />
        ) : null}
        {state.open === undefined ? null : (
          <Details {...props} view={view} openKey={state.open} onClose={() => set({ open: undefined })} />
        )}
      </div>
      {props.pageSizes && paging.total > 0 ? <RowPages sizes={props.pageSizes} paging={paging} /> : null}
    </div>
  )
}

/** Whether it is known what stands above the list, or that nobody says. */
function useKnown<Name extends ViewName>({ view, awaits }: ListDetailsProps<Name>): boolean {
  const [above, query] = awaits ?? [view]
  const { data, error } = useView<ViewName>(above, query, awaits !== undefined)
  return awaits === undefined || data !== undefined || error !== null
}

function nothingText(q: string | undefined): string {
  return q === undefined ? 'Nothing here is of that kind.' : `Nothing here has “${q}” in it.`
}

function counted(total: number): string {
  return total === 1 ? '1 entry' : `${String(total).replace(/\B(?=(\d{3})+$)/g, ',')} entries`
}

function useList<Name extends ViewName>(
  { view, query = {}, sort: ownSort, pageSizes }: ListDetailsProps<Name>,
  where: readonly string[],
  state: ViewState,
) {
  const { q, sort } = state
  const [total, setTotal] = useState<number>()
  const paging = pagingOf(pageSizes, state, total ?? 0)
  const [sight, setSight] = useState({ first: 0, last: 0 })
  const onSight = useCallback((first: number, last: number) => {
    setSight((before) => (before.first === first && before.last === last ? before : { first, last }))
  }, [])
  const numbers = pageNumbers(paging.first + sight.first, paging.first + sight.last)
  const pages = usePages(view, { ...query, where: [...alwaysOf(query), ...where], q, sort: sort ?? ownSort }, numbers)
  const failed = pages.find(({ error }) => error !== null)
  const known = pages.find(({ data }) => data !== undefined)?.data
  // While another order or another search is being read, the list keeps its height.
  if (known !== undefined && known.total !== total) setTotal(known.total)
  return {
    total,
    paging,
    error: failed?.error,
    retry: () => failed?.retry(),
    onSight,
    itemAt(row: number) {
      const index = paging.first + row
      return pages[numbers.indexOf(Math.floor(index / PAGE_SIZE))]?.data?.items[index % PAGE_SIZE]
    },
  }
}

/** What the page asks of every entry, whatever else is chosen. */
function alwaysOf({ where }: ViewQuery): readonly string[] {
  return Array.isArray(where) ? where : []
}

function pageNumbers(first: number, last: number): readonly number[] {
  const [from, to] = [Math.floor(first / PAGE_SIZE), Math.floor(last / PAGE_SIZE)]
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** What is typed goes into the address a moment later, so that not every letter is asked for. */
function Search() {
  const styles = useStyles()
  const { state, set } = useViewState()
  const [text, setText] = useState(state.q ?? '')
  useLater(text !== (state.q ?? ''), TYPED_FOR_MS, text, () => set({ q: text }, { replace: true }))
  return (
    <SearchBox
      className={styles.search}
      aria-label="Search"
      placeholder="Search"
      value={text}
      onChange={(_event, { value }) => setText(value)}
    />
  )
}

function Details<Name extends ViewName>({
  view,
  query,
  openKey,
  onClose,
  details,
  heading,
}: ListDetailsProps<Name> & { readonly openKey: string; readonly onClose: () => void }) {
  const { data, error, retry } = useItem(view, openKey, query)
  return (
    <DetailsPanel title={data ? (heading?.(data) ?? data.key) : openKey} onClose={onClose}>
      {error ? <Failed error={error} retry={retry} /> : null}
      {data ? details(data) : error ? null : <Loading what="it" />}
    </DetailsPanel>
  )
}
