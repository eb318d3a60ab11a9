// Properties, a tab of the overview in the current layout: the same settings, shown first and edited in a panel.
import { Button } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { FormPanel } from '../../parts/form-panel.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { ValueList } from '../../parts/value-list.tsx'
import { useAct } from '../../source/use-act.ts'
import { ScopePreview } from '../scoping/scope-preview.tsx'
import { words } from '../words.ts'
import type { Job } from './cycle-text.ts'
import { problemsOf, type SettingsDraft, settingsOf, stepsToSave } from './settings-draft.ts'
import { SettingsFields } from './settings-fields.tsx'

interface PropertiesProps {
  readonly app: string
  readonly job: Job
}

export function PropertiesTab({ app, job }: PropertiesProps) {
  const [isEditing, edit] = useState(false)
  const { sendsMail, mailAddress, preventsDeletion, threshold, scope } = settingsOf(job)
  return (
    <FormSection title={words.properties}>
      <div>
        <Button icon={<EditRegular />} onClick={() => edit(true)}>
          {words.editRow}
        </Button>
      </div>
      <ValueList
        value={{
          [words.mailAddress]: sendsMail ? mailAddress : 'Nobody is told',
          [words.preventDeletions]: preventsDeletion ? `${words.yes}, ${threshold}` : words.no,
          [words.scope]: scope,
        }}
      />
      {isEditing ? <EditPanel app={app} job={job} onClose={() => edit(false)} /> : null}
    </FormSection>
  )
}

function EditPanel({ app, job, onClose }: PropertiesProps & { readonly onClose: () => void }) {
  const draft = useDraft<SettingsDraft>(settingsOf(job))
  const { succeeds, isRunning, error } = useAct()
  const problems = problemsOf(draft.value)
  const apply = async (): Promise<void> => {
    if (Object.keys(problems).length > 0) return
    for (const { verb, input } of stepsToSave(app, draft.value, draft.changed))
      if (!(await succeeds(verb, input))) return
    onClose()
  }
  return (
    <FormPanel
      title={words.properties}
      okLabel={words.applyChanges}
      isOff={isRunning}
      error={error}
      onOk={() => void apply()}
      onClose={onClose}
    >
      <SettingsFields draft={draft} problems={problems} />
      {draft.changed.includes('scope') ? <ScopePreview draft={{ app, syncScope: draft.value.scope }} /> : null}
    </FormPanel>
  )
}
