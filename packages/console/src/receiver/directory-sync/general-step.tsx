import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { CheckRow, ChoiceRow, FormColumn, SwitchRow } from '../../parts/field-row.tsx'
import { useView } from '../../source/use-view.ts'
import { useActingAs } from '../acting.ts'
import { byKind, general } from '../words.ts'
import type { StepProps } from './attributes-step.tsx'
import { ticked, type WizardForm } from './wizard.ts'

const useStyles = makeStyles({
  set: { border: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
})

/** "General settings". Member notification is on Entra ID's page only. */
export function GeneralStep({ kind, form, set }: StepProps) {
  const { identifyingAttributes, memberDeletionRule, memberNotification } = form
  const attributes = general.identifyingAttributes.map(([attribute]) => attribute)
  return (
    <FormColumn>
      {kind === 'Entra ID' ? (
        <SwitchRow
          label={general.memberNotification}
          isOn={memberNotification}
          onChange={(isOn) => set({ memberNotification: isOn })}
        />
      ) : null}
      <ChoiceRow
        label={general.memberDeletionRule}
        value={memberDeletionRule}
        choices={general.deletionRules}
        // The choices are those of the rule's type.
        onChange={(rule) => set({ memberDeletionRule: rule as WizardForm['memberDeletionRule'] })}
      />
      <ToldAdministrators form={form} set={set} />
      <Ticks legend={byKind[kind].identifying}>
        {general.identifyingAttributes.map(([attribute, label]) => (
          <CheckRow
            key={attribute}
            label={label}
            isOn={identifyingAttributes.includes(attribute)}
            onChange={(isOn) =>
              set({ identifyingAttributes: ticked(attributes, identifyingAttributes, attribute, isOn) })
            }
          />
        ))}
      </Ticks>
    </FormColumn>
  )
}

function ToldAdministrators({ form, set }: Pick<StepProps, 'form' | 'set'>) {
  const acting = useActingAs()
  const { data } = useView('lark.administrators')
  const all = data?.items.map(({ key }) => key) ?? []
  const creator = acting ?? data?.items.find(({ value }) => value.primary)?.key
  const told = form.administratorNotification ?? (creator === undefined ? [] : [creator])
  return (
    <Ticks legend={general.administratorNotification}>
      {data?.items.map(({ key, value: { name } }) => (
        <CheckRow
          key={key}
          label={`${name} (${key})`}
          isOn={told.includes(key)}
          onChange={(isOn) => set({ administratorNotification: ticked(all, told, key, isOn) })}
        />
      ))}
    </Ticks>
  )
}

function Ticks({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{legend}</legend>
      {children}
    </fieldset>
  )
}
