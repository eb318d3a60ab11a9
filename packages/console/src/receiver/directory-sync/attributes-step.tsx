import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useView } from '../../source/use-view.ts'
import { byKind, words } from '../words.ts'
import { type Kind, MOST_RULES, type WizardForm, withAnotherRule, withoutRule, withRule } from './wizard.ts'

const useStyles = makeStyles({
  table: { borderSpacing: '0 8px', width: '100%', tableLayout: 'fixed' },
  heading: { textAlign: 'left', paddingRight: '8px', fontWeight: tokens.fontWeightRegular, verticalAlign: 'bottom' },
  cell: { paddingRight: '8px' },
  last: { width: '40px' },
  input: { width: '100%' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

export interface StepProps {
  readonly kind: Kind
  readonly form: WizardForm
  readonly set: (change: Partial<WizardForm>) => void
}

/** "Set attributes": which value of Employee Type becomes which workforce type. */
export function AttributesStep({ kind, form, set }: StepProps) {
  const styles = useStyles()
  const { employeeType, workforceType } = byKind[kind]
  const { workforceTypeRules: rules } = form
  const types = useView('lark.workforce-types').data?.items ?? []
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.heading}>{employeeType}</th>
            <th className={styles.heading}>{workforceType}</th>
            <td className={styles.last} />
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, index) => (
            <RuleRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place.
              key={index}
              number={index + 1}
              labels={[employeeType, workforceType]}
              rule={rule}
              onChange={(change) => set({ workforceTypeRules: withRule(rules, index, change) })}
              onRemove={() => set({ workforceTypeRules: withoutRule(rules, index) })}
            />
          ))}
        </tbody>
      </table>
      <div>
        <Button
          icon={<AddRegular />}
          disabledFocusable={rules.length >= MOST_RULES}
          onClick={() => set({ workforceTypeRules: withAnotherRule(rules) })}
        >
          Add
        </Button>
      </div>
      <span className={styles.quiet}>{`${MOST_RULES} sync rules at most.`}</span>
      {types.length === 0 ? null : (
        <span className={styles.quiet}>{`Workforce types so far: ${types.map(({ key }) => key).join(', ')}.`}</span>
      )}
    </>
  )
}

interface RuleRowProps {
  readonly number: number
  readonly labels: readonly [string, string]
  readonly rule: WizardForm['workforceTypeRules'][number]
  readonly onChange: (change: Partial<RuleRowProps['rule']>) => void
  readonly onRemove: () => void
}

function RuleRow({ number, labels, rule, onChange, onRemove }: RuleRowProps) {
  const styles = useStyles()
  const inputs = ['employeeType', 'workforceType'] as const
  const samples = ['Regular', 'regular employee']
  return (
    <tr>
      {inputs.map((name, index) => (
        <td key={name} className={styles.cell}>
          <Input
            className={styles.input}
            input={{ className: styles.input }}
            aria-label={`${labels[index]} ${number}`}
            placeholder={samples[index] ?? ''}
            autoComplete="off"
            value={rule[name]}
            onChange={(_event, { value }) => onChange({ [name]: value })}
          />
        </td>
      ))}
      <td>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={`${words.delete} rule ${number}`}
          onClick={onRemove}
        />
      </td>
    </tr>
  )
}
