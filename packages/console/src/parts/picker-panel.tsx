// Choosing several of many: a search, the list, and what was chosen, in a panel of its own.
import { Button, Checkbox, makeStyles, SearchBox, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Item, ViewName, ViewQuery, Views } from '../source/source.ts'
import { useView } from '../source/use-view.ts'
import { Failed, Loading } from './page-state.tsx'
import { SidePanel } from './side-panel.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  heading: { margin: '4px 0 0', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  row: { display: 'flex', alignItems: 'center', minWidth: 0, flexWrap: 'wrap' },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** Of a view: what may be chosen from it. Methods, because a panel with several views hands each item back to whose it is. */
export interface PickerSource<Name extends ViewName> {
  readonly view: Name
  readonly query?: ViewQuery
  /** `Users`, `Groups`. */
  readonly heading: string
  nameOf(item: Item<Views[Name]>): string
  noteOf?(item: Item<Views[Name]>): string
  /** What is chosen; the item's key without it. */
  keyOf?(item: Item<Views[Name]>): string
}

export interface Picked {
  readonly view: ViewName
  readonly key: string
  readonly name: string
}

export interface PickerPanelProps {
  readonly title: string
  readonly sources: readonly PickerSource<ViewName>[]
  readonly chosen: readonly Picked[]
  readonly onSelect: (picked: readonly Picked[]) => void
  readonly onClose: () => void
  readonly selectLabel?: string
  /** One alone: another choice takes its place. */
  readonly isSingle?: boolean
  /** At most so many. */
  readonly most?: number
}

/** So many are shown of each source; the search finds the others. */
const SHOWN = 50

export function PickerPanel(props: PickerPanelProps) {
  const { title, sources, onSelect, onClose, selectLabel = 'Select', isSingle = false, most } = props
  const [q, search] = useState('')
  const [picked, pick] = useState(props.chosen)
  const isFull = most !== undefined && picked.length >= most
  const toggle = (one: Picked, isOn: boolean): void => {
    const others = picked.filter(({ view, key }) => view !== one.view || key !== one.key)
    pick(isOn ? (isSingle ? [one] : [...others, one]) : others)
  }
  return (
    <SidePanel
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button appearance="primary" disabledFocusable={picked.length === 0} onClick={() => onSelect(picked)}>
            {selectLabel}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <SearchBox aria-label="Search" placeholder="Search" value={q} onChange={(_event, { value }) => search(value)} />
      <Chosen picked={picked} />
      {sources.map((source) => (
        <Choices key={source.view} source={source} q={q} picked={picked} isFull={isFull} onToggle={toggle} />
      ))}
    </SidePanel>
  )
}

function Chosen({ picked }: { readonly picked: readonly Picked[] }) {
  const styles = useStyles()
  return (
    <span className={styles.quiet} role="status">
      {picked.length === 0 ? 'Nothing is selected.' : `Selected: ${picked.map(({ name }) => name).join(', ')}`}
    </span>
  )
}

interface ChoicesProps<Name extends ViewName> {
  readonly source: PickerSource<Name>
  readonly q: string
  readonly picked: readonly Picked[]
  readonly isFull: boolean
  readonly onToggle: (one: Picked, isOn: boolean) => void
}

function Choices<Name extends ViewName>({ source, q, picked, isFull, onToggle }: ChoicesProps<Name>) {
  const styles = useStyles()
  const { view, query, heading, nameOf, noteOf, keyOf = ({ key }: Item<Views[Name]>) => key } = source
  const { data, error, retry } = useView(view, { ...query, ...(q === '' ? {} : { q }), limit: SHOWN })
  const more = (data?.total ?? 0) - SHOWN
  return (
    <section aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      {error ? <Failed error={error} retry={retry} /> : null}
      {data || error ? null : <Loading what={heading.toLowerCase()} />}
      {data?.total === 0 ? <span className={styles.quiet}>None is found.</span> : null}
      <ul className={styles.list}>
        {data?.items.map((item) => {
          const one = { view, key: keyOf(item), name: nameOf(item) }
          const isOn = picked.some(({ view: other, key }) => other === one.view && key === one.key)
          return (
            <li key={one.key} className={styles.row}>
              <Checkbox
                label={one.name}
                checked={isOn}
                disabled={isFull && !isOn}
                onChange={(_event, { checked }) => onToggle(one, checked === true)}
              />
              <span className={styles.note}>{noteOf?.(item)}</span>
            </li>
          )
        })}
      </ul>
      {more > 0 ? <span className={styles.quiet}>{`${more} more: search for them.`}</span> : null}
    </section>
  )
}
