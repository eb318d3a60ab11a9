// The fields by which the portal's logs are narrowed; what is chosen stands in the address (MS8).
import { Input, makeStyles, Select } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { useViewState } from '../../parts/view-state.ts'
import { useLater } from '../../source/use-later.ts'
import { words } from '../words.ts'
import { PERIODS } from './log-period.ts'
import { instantOf, localOf } from './log-query.ts'

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  text: { width: '180px', maxWidth: '100%' },
})

/** All filters of a log, in the portal's order. */
export function FilterRow({ children }: { readonly children: ReactNode }) {
  return (
    <div className={useStyles().filters} role="group" aria-label="Filters">
      {children}
    </div>
  )
}

const PERIOD_CHOICES = [...PERIODS, ['custom', words.customPeriod] as const]

/** How far back, or from when to when. */
export function DateFilter() {
  const { state } = useViewState()
  return (
    <>
      <ChoiceFilter name="date" label={words.date} choices={PERIOD_CHOICES} />
      {state.date === 'custom' ? (
        <>
          <MomentFilter name="from" label={words.periodFrom} />
          <MomentFilter name="to" label={words.periodTo} />
        </>
      ) : null}
    </>
  )
}

interface FilterProps {
  /** The word of the address. */
  readonly name: string
  readonly label: string
}

interface ChoiceFilterProps extends FilterProps {
  readonly choices: readonly (readonly [value: string, words: string, ...rest: unknown[]] | readonly string[])[]
}

export function ChoiceFilter({ name, label, choices }: ChoiceFilterProps) {
  const { state, set } = useViewState()
  return (
    <Select
      aria-label={label}
      value={state[name] ?? ''}
      onChange={(_event, { value }) => set({ [name]: value, open: undefined }, { replace: true })}
    >
      <option value="">{`${label}: all`}</option>
      {choices.map(([value = '', word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </Select>
  )
}

const TYPED_FOR_MS = 250

/** What is typed goes into the address a moment later. */
export function TextFilter({ name, label }: FilterProps) {
  const styles = useStyles()
  const { state, set } = useViewState()
  const [text, write] = useState(state[name] ?? '')
  useLater(text !== (state[name] ?? ''), TYPED_FOR_MS, text, () => set({ [name]: text.trim() }, { replace: true }))
  return (
    <Input
      className={styles.text}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(_event, { value }) => write(value)}
    />
  )
}

/** By the clock of the world, which is UTC. */
function MomentFilter({ name, label }: FilterProps) {
  const { state, set } = useViewState()
  return (
    <Input
      type="datetime-local"
      aria-label={label}
      value={localOf(state[name])}
      onChange={(_event, { value }) => set({ [name]: instantOf(value) }, { replace: true })}
    />
  )
}
