import { Dropdown, makeStyles, Option } from '@fluentui/react-components'

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
