import { Button, Dropdown, makeStyles, Option, SearchBox, Switch, tokens } from '@fluentui/react-components'
import { FilterRegular } from '@fluentui/react-icons'
import { type RefObject, useState } from 'react'
import { useViewState } from '../parts/view-state.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { EVERYTHING, type HeadFilter } from './filter-heads.ts'
import { GROUPINGS, type Grouping } from './groups.ts'
import { MARKS } from './marks.ts'
import { type Head, senderName } from './sentences.ts'

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  // Of a width of its own: the box narrows when it is left, and what wraps behind it would move from under the pointer.
  search: { flexGrow: 1, flexBasis: '180px', minWidth: '120px', maxWidth: '320px' },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  choice: { minWidth: '128px', width: '148px' },
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

interface FilterBarProps {
  readonly heads: readonly Head[]
  readonly count: number
  /** Older ones that are no longer held. */
  readonly dropped: number
  readonly searchBox: RefObject<HTMLInputElement | null>
}

export function FilterBar({ heads, count, dropped, searchBox }: FilterBarProps) {
  const styles = useStyles()
  const { state, set } = useViewState()
  const { filter, grouping } = useHeadFilter()
  const chosen = [filter.sender, filter.purpose, filter.effect, filter.mark, filter.finding].filter(
    (one) => one !== undefined,
  ).length
  const [isOpen, setOpen] = useState(chosen > 0)
  return (
    <>
      <div className={styles.tools}>
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
        <ColumnsMenu />
        {filter.from === undefined ? null : (
          <Button onClick={() => set({ from: undefined, to: undefined }, { replace: true })}>
            {`#${filter.from} to #${filter.to} ×`}
          </Button>
        )}
        <span className={styles.count}>{countText(count, heads.length, dropped)}</span>
      </div>
      {isOpen ? (
        <MoreFilters heads={heads} filter={filter} onChoose={(change) => set(change, { replace: true })} />
      ) : null}
    </>
  )
}

/** `3 of 10,000 exchanges; 12 older ones are no longer held`. */
function countText(count: number, all: number, dropped: number): string {
  const shown = `${count === all ? '' : `${count} of `}${all} ${all === 1 ? 'exchange' : 'exchanges'}`
  return dropped === 0 ? shown : `${shown}; ${dropped} older ${dropped === 1 ? 'one is' : 'ones are'} no longer held`
}

const ALL = '*'

interface MoreFiltersProps {
  readonly heads: readonly Head[]
  readonly filter: HeadFilter
  readonly onChoose: (change: Readonly<Record<string, string | undefined>>) => void
}

/** Only what is on the wire can be chosen. */
function MoreFilters({ heads, filter, onChoose }: MoreFiltersProps) {
  const styles = useStyles()
  const effects = heads.flatMap((head) => head.effects.map(({ action }) => action))
  const titles = new Map(heads.flatMap(({ findings }) => findings.map(({ id, title }) => [id, title] as const)))
  const choices = [
    ['sender', 'Sender', heads.map(({ sender }) => sender), senderName],
    ['purpose', 'Purpose', heads.map(({ purpose }) => purpose), (one: string) => one.replaceAll('-', ' ')],
    ['effect', 'Effect', effects.length === 0 ? [] : ['any', ...effects], (one: string) => one],
    ...(titles.size === 0
      ? []
      : [['finding', 'Finding', ['any', ...titles.keys()], (one: string) => titles.get(one) ?? one] as const]),
    ['mark', 'Mark', heads.flatMap(({ marks }) => marks), (one: string) => Object(MARKS)[one]?.says ?? one],
  ] as const
  return (
    <div className={styles.tools}>
      {choices.map(([word, label, values, nameOf]) => (
        <Choice
          key={word}
          label={label}
          value={filter[word] ?? ALL}
          options={[[ALL, `${label}: all`], ...[...new Set<string>(values)].map((one) => [one, nameOf(one)] as const)]}
          onChoose={(value) => onChoose({ [word]: value === ALL ? undefined : value })}
        />
      ))}
    </div>
  )
}

export interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onChoose: (value: string) => void
}

export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const styles = useStyles()
  return (
    <Dropdown
      className={styles.choice}
      aria-label={label}
      value={options.find(([one]) => one === value)?.[1] ?? value}
      selectedOptions={[value]}
      onOptionSelect={(_event, { optionValue }) => optionValue !== undefined && onChoose(optionValue)}
    >
      {options.map(([one, text]) => (
        <Option key={one} value={one}>
          {text}
        </Option>
      ))}
    </Dropdown>
  )
}
