import type { ReactNode } from 'react'
import { CheckRow, ChoiceRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import type { Draft } from '../../parts/use-draft.ts'
import { words } from '../words.ts'
import type { problemsOf, SettingsDraft } from './settings-draft.ts'

interface SettingsProps {
  readonly draft: Draft<SettingsDraft>
  readonly problems: ReturnType<typeof problemsOf>
  /** Beneath the others. */
  readonly children?: ReactNode
}

/** Who is told, what is held back, and whom the job looks at. */
export function SettingsFields({ draft: { value, set }, problems, children }: SettingsProps) {
  return (
    <FormColumn>
      <CheckRow label={words.sendMail} isOn={value.sendsMail} onChange={(sendsMail) => set({ sendsMail })} />
      {value.sendsMail ? (
        <TextRow
          label={words.mailAddress}
          value={value.mailAddress}
          problem={problems.mailAddress}
          onChange={(mailAddress) => set({ mailAddress })}
        />
      ) : null}
      <CheckRow
        label={words.preventDeletion}
        isOn={value.preventsDeletion}
        onChange={(preventsDeletion) => set({ preventsDeletion })}
      />
      {value.preventsDeletion ? (
        <TextRow
          label={words.threshold}
          isNumber
          value={value.threshold}
          problem={problems.threshold}
          onChange={(threshold) => set({ threshold })}
        />
      ) : null}
      <ChoiceRow
        label={words.scope}
        value={value.scope}
        choices={[words.onlyAssigned, words.everybody]}
        onChange={(scope) => set({ scope })}
      />
      {children}
    </FormColumn>
  )
}
