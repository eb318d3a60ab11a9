import { Button, makeStyles, SearchBox, Switch, tokens } from '@fluentui/react-components'
import { FilterRegular } from '@fluentui/react-icons'
import { lazy, type RefObject, Suspense, useState } from 'react'
import { useViewState } from '../parts/view-state.ts'
import { Choice } from './choice.tsx'
import { EVERYTHING, type HeadFilter } from './filter-heads.ts'
import { GROUPINGS, type Grouping } from './groups.ts'
import type { Head } from './sentences.ts'

const ColumnsMenu = lazy(async () => ({ default: (await import('./columns-menu.tsx')).ColumnsMenu }))
const OlderOnes = lazy(async () => ({ default: (await import('./older-ones.tsx')).OlderOnes }))
const MoreFilters = lazy(async () => ({ default: (await import('./more-filters.tsx')).MoreFilters }))

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  // Of a width of its own: the box narrows when it is left, and what wraps behind it would move from under the pointer.
  search: { flexGrow: 1, flexBasis: '180px', minWidth: '120px', maxWidth: '320px' },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const GROUPED: Readonly<Record<Grouping, string>> = { person: 'By person', activity: 'By activity', none: 'In order' }

/** Words of the address that choose among what is on the wire. */
export function useHeadFilter(): { readonly filter: HeadFilter; readonly grouping: Grouping } {
  const { state } = useViewState()
  const number = (word: string | undefined): number | undefined => (word === undefined ? undefined : Number(word))
  return {
    filter: {
      ...EVERYTHING,
      q: state.q,
      inBodies: state.bodies === 'too',
      errorsOnly: state.errors === 'only',
      sender: state.sender,
      method: state.method,
      status: state.status,
      purpose: state.purpose,
      effect: state.effect,
      mark: state.mark,
      finding: state.finding,
      from: number(state.from),
      to: number(state.to),
    },
    grouping: GROUPINGS.find((one) => one === state.group) ?? 'person',
  }
}

/** What is chosen below *More*. */
const CHOSEN = ['sender', 'method', 'status', 'purpose', 'effect', 'mark', 'finding'] as const

interface FilterBarProps {
  readonly heads: readonly Head[]
  readonly count: number
  /** Older ones that are no longer held. */
  readonly dropped: number
  readonly searchBox: RefObject<HTMLInputElement | null>
}

export function FilterBar({ heads, count, dropped, searchBox }: FilterBarProps) {
  const styles = useStyles()
  const { set } = useViewState()
  const { filter, grouping } = useHeadFilter()
  const chosen = CHOSEN.filter((word) => filter[word] !== undefined).length
  const [isOpen, setOpen] = useState(chosen > 0)
  return (
    <>
      <div className={styles.tools}>
        <Search searchBox={searchBox} />
        <Switch
          label="Errors only"
          checked={filter.errorsOnly}
          onChange={(_event, { checked }) => set({ errors: checked ? 'only' : undefined }, { replace: true })}
        />
        <Choice
          label="Order"
          value={grouping}
          options={GROUPINGS.map((one) => [one, GROUPED[one]])}
          onChoose={(group) => set({ group: group === 'person' ? undefined : group }, { replace: true })}
        />
        <Button icon={<FilterRegular />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {chosen === 0 ? 'More' : `More (${chosen})`}
        </Button>
        <Suspense fallback={<Button disabledFocusable>Columns</Button>}>
          <ColumnsMenu />
        </Suspense>
        {filter.from === undefined ? null : (
          <Button onClick={() => set({ from: undefined, to: undefined }, { replace: true })}>
            {`#${filter.from} to #${filter.to} ×`}
          </Button>
        )}
        <span className={styles.count}>{countText(count, heads.length)}</span>
        {dropped === 0 ? null : (
          <Suspense>
            <OlderOnes count={dropped} />
          </Suspense>
        )}
      </div>
      {isOpen ? (
        <Suspense>
          <MoreFilters heads={heads} filter={filter} onChoose={(change) => set(change, { replace: true })} />
        </Suspense>
      ) : null}
    </>
  )
}

/** The text that rows are looked up by, and whether bodies are looked through as well. */
function Search({ searchBox }: Pick<FilterBarProps, 'searchBox'>) {
  const styles = useStyles()
  const { state, set } = useViewState()
  const { filter } = useHeadFilter()
  return (
    <>
      <SearchBox
        className={styles.search}
        input={{ ref: searchBox }}
        aria-label="Filter"
        placeholder="Filter"
        value={state.q ?? ''}
        onChange={(_event, { value }) => set({ q: value }, { replace: true })}
      />
      {state.q === undefined ? null : (
        <Switch
          label="In bodies"
          checked={filter.inBodies}
          onChange={(_event, { checked }) => set({ bodies: checked ? 'too' : undefined }, { replace: true })}
        />
      )}
    </>
  )
}

/** `3 of 10,000 exchanges`. */
function countText(count: number, all: number): string {
  return `${count === all ? '' : `${count} of `}${all} ${all === 1 ? 'exchange' : 'exchanges'}`
}
