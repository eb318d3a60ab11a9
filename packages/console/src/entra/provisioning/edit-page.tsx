// The page Provisioning in the classic layout: one draft, one Save.
import { useState } from 'react'
import { ChoiceRow, FormColumn } from '../../parts/field-row.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import { Notice, type NoticeText } from '../../parts/notice.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { SeenAppPage } from '../applications/app-frame.tsx'
import { useJob } from '../applications/use-app.ts'
import { ScopePreview } from '../scoping/scope-preview.tsx'
import { words } from '../words.ts'
import { CredentialsSection } from './credentials-section.tsx'
import { MappingsSection } from './mappings-section.tsx'
import { problemsOf, type SettingsDraft, settingsOf, stepsToSave } from './settings-draft.ts'
import { SettingsFields } from './settings-fields.tsx'

export function EntraProvisioningEditPage() {
  const { app, ...seen } = useJob()
  return (
    <SeenAppPage
      title={words.provisioning}
      under={[[words.overview, paths.entraProvisioning(app)]]}
      seen={seen}
      what="the settings"
    >
      {(job) => <EditForm key={job.id} app={app} job={job} />}
    </SeenAppPage>
  )
}

function EditForm({ app, job }: { readonly app: string; readonly job: Views['entra.job'] }) {
  const draft = useDraft<SettingsDraft>(settingsOf(job))
  const { succeeds, isRunning, error } = useAct()
  const [said, say] = useState<NoticeText>()
  const problems = problemsOf(draft.value)
  const changed = draft.changed.filter((name) => name !== 'mode')
  const save = async (): Promise<void> => {
    if (Object.keys(problems).length > 0) return
    for (const { verb, input } of stepsToSave(app, draft.value, changed)) if (!(await succeeds(verb, input))) return
    draft.discard()
    say({ text: 'The settings of provisioning are saved.', isError: false })
  }
  const isAutomatic = draft.value.mode === words.automatic
  return (
    <>
      <SaveBar
        changes={changed.length}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={draft.discard}
        saveLabel={words.save}
        discardLabel={words.discard}
      />
      {error ? <Failed error={error} /> : null}
      <FormColumn>
        <ChoiceRow
          label={words.mode}
          value={draft.value.mode}
          choices={[words.manual, words.automatic]}
          isDisabled={job.settings.baseAddress !== ''}
          onChange={(mode) => draft.set({ mode })}
        />
      </FormColumn>
      {isAutomatic ? (
        <>
          <CredentialsSection app={app} draft={draft} say={say} />
          <MappingsSection app={app} />
          <FormSection title={words.settings}>
            <SettingsFields draft={draft} problems={problems}>
              <ChoiceRow
                label={words.status}
                value={draft.value.status}
                choices={[words.on, words.off]}
                onChange={(status) => draft.set({ status })}
              />
            </SettingsFields>
          </FormSection>
          {changed.includes('scope') ? <ScopePreview draft={{ app, syncScope: draft.value.scope }} /> : null}
        </>
      ) : null}
      {said ? <Notice notice={said} onEnd={() => say(undefined)} /> : null}
    </>
  )
}
