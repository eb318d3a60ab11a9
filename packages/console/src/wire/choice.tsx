import { makeStyles, Select } from '@fluentui/react-components'

const useStyles = makeStyles({ choice: { minWidth: '128px', width: '148px' } })

export interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onChoose: (value: string) => void
}

export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const styles = useStyles()
  return (
    <Select
      className={styles.choice}
      aria-label={label}
      value={value}
      onChange={(_event, { value: chosen }) => onChoose(chosen)}
    >
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </Select>
  )
}
