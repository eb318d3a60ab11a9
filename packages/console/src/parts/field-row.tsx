// Rows of a form: a label, its control, and beneath it what is wrong. Beside one another where there is room.
import { Checkbox, Field, Input, makeStyles, Select, Switch } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useNarrow } from './narrow.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', width: '100%', maxWidth: '640px' },
  control: { minWidth: 0, width: '100%' },
  fact: { paddingTop: '5px', paddingBottom: '5px', overflowWrap: 'anywhere' },
  // A hint may be one long word, such as a URN.
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)', overflowWrap: 'anywhere' },
  wide: { gridTemplateColumns: '200px minmax(0, 1fr)' },
})

/** One column, as wide as people can read. Enter in a field sends nothing: what is done is done by a button. */
export function FormColumn({ children }: { readonly children: ReactNode }) {
  return (
    <form className={useStyles().form} onSubmit={(event) => event.preventDefault()}>
      {children}
    </form>
  )
}

export interface FieldRowProps {
  readonly label: string
  /** Beneath the control: what it is for. */
  readonly hint?: string | React.ReactElement | undefined
  /** What is wrong with the value. */
  readonly problem?: string | undefined
  readonly isRequired?: boolean | undefined
}

/** @param children the control; a Fluent control takes its name from the label */
export function FieldRow(props: FieldRowProps & { readonly children: React.ReactElement }) {
  const { label, hint, problem, isRequired = false, children } = props
  const isNarrow = useNarrow()
  const styles = useStyles()
  return (
    <Field
      label={label}
      required={isRequired}
      orientation={isNarrow ? 'vertical' : 'horizontal'}
      className={isNarrow ? styles.narrow : styles.wide}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { validationMessage: problem })}
    >
      {children}
    </Field>
  )
}

/** Something that cannot be changed here. */
export function FactRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <FieldRow label={label}>
      <span className={styles.fact}>{children}</span>
    </FieldRow>
  )
}

export interface TextRowProps extends FieldRowProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  /** Shown as dots. */
  readonly isSecret?: boolean
  readonly isNumber?: boolean
  readonly isDisabled?: boolean
  /** Id of a list of texts that are offered. */
  readonly list?: string
  /** The first thing that one types on this page. */
  readonly isFirst?: boolean
}

export function TextRow(props: TextRowProps) {
  const styles = useStyles()
  return (
    <FieldRow {...props}>
      <Input
        className={styles.control}
        value={props.value}
        onChange={(_event, { value }) => props.onChange(value)}
        type={props.isSecret ? 'password' : props.isNumber ? 'number' : 'text'}
        autoComplete={props.isSecret ? 'new-password' : 'off'}
        disabled={props.isDisabled ?? false}
        autoFocus={props.isFirst ?? false}
        input={{ className: styles.control, ...(props.list === undefined ? {} : { list: props.list }) }}
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      />
    </FieldRow>
  )
}

/** A choice: what is stored, and the portal's words for it where they differ. */
type Choice = string | readonly [value: string, words: string]

export interface ChoiceRowProps extends FieldRowProps {
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
  readonly isDisabled?: boolean
}

export function ChoiceRow(props: ChoiceRowProps) {
  const styles = useStyles()
  return (
    <FieldRow {...props}>
      <Select
        className={styles.control}
        value={props.value}
        disabled={props.isDisabled ?? false}
        onChange={(_event, { value }) => props.onChange(value)}
      >
        {props.choices.map((choice) => {
          const [value, words] = typeof choice === 'string' ? [choice, choice] : choice
          return (
            <option key={value} value={value}>
              {words}
            </option>
          )
        })}
      </Select>
    </FieldRow>
  )
}

interface TickProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly isDisabled?: boolean
}

export function CheckRow({ label, isOn, onChange, isDisabled = false }: TickProps) {
  return (
    <Checkbox
      label={label}
      checked={isOn}
      disabled={isDisabled}
      onChange={(_event, { checked }) => onChange(checked === true)}
    />
  )
}

export function SwitchRow({ label, isOn, onChange, isDisabled = false }: TickProps) {
  return (
    <Switch label={label} checked={isOn} disabled={isDisabled} onChange={(_event, { checked }) => onChange(checked)} />
  )
}
