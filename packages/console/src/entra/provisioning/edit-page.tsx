// The page Provisioning in the classic layout: one draft, one Save.
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { CheckRow, ChoiceRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import { Notice, type NoticeText } from '../../parts/notice.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { type Draft, useDraft } from '../../parts/use-draft.ts'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { SeenAppPage } from '../applications/app-frame.tsx'
import { useJob } from '../applications/use-app.ts'
import { ScopePreview } from '../scoping/scope-preview.tsx'
import { words } from '../words.ts'
import { MappingsSection } from './mappings-section.tsx'
import { credentialsOf, problemsOf, type SettingsDraft, settingsOf, stepsToSave } from './settings-draft.ts'

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
          <Credentials app={app} draft={draft} say={say} />
          <MappingsSection app={app} />
          <Settings draft={draft} problems={problems} />
          {changed.includes('scope') ? <ScopePreview draft={{ app, syncScope: draft.value.scope }} /> : null}
        </>
      ) : null}
      {said ? <Notice notice={said} onEnd={() => say(undefined)} /> : null}
    </>
  )
}

interface CredentialsProps {
  readonly app: string
  readonly draft: Draft<SettingsDraft>
  readonly say: (said: NoticeText | undefined) => void
}

function Credentials({ app, draft: { value, set }, say }: CredentialsProps) {
  const { test, isRunning } = useConnectionTest(app, value, say)
  return (
    <FormSection title={words.credentials}>
      <FormColumn>
        <TextRow
          label={words.tenantUrl}
          isRequired
          value={value.tenantUrl}
          placeholder="https://…/scim/v2?aadOptscim062020"
          onChange={(tenantUrl) => set({ tenantUrl })}
        />
        <TextRow
          label={words.secretToken}
          isSecret
          value={value.secretToken}
          hint="Without the word Bearer. A token that is saved is not shown, and stays as long as nothing is typed."
          onChange={(secretToken) => set({ secretToken })}
        />
      </FormColumn>
      <div>
        <Button disabledFocusable={isRunning || value.tenantUrl.trim() === ''} onClick={() => void test()}>
          {isRunning ? 'Testing…' : words.testConnection}
        </Button>
      </div>
    </FormSection>
  )
}

/** Tests what stands in the form, which need not be saved. */
function useConnectionTest(app: string, value: SettingsDraft, say: CredentialsProps['say']) {
  const [isRunning, setRunning] = useState(false)
  const { ask } = useAct()
  const test = async (): Promise<void> => {
    say(undefined)
    setRunning(true)
    const refused = await ask('entra.test-connection', { app, ...credentialsOf(value) })
    setRunning(false)
    say(
      refused
        ? { text: `${words.notAuthorized} ${refused.message}`, isError: true }
        : { text: words.authorized, isError: false },
    )
  }
  return { test, isRunning }
}

interface SettingsProps {
  readonly draft: Draft<SettingsDraft>
  readonly problems: ReturnType<typeof problemsOf>
}

function Settings({ draft: { value, set }, problems }: SettingsProps) {
  return (
    <FormSection title={words.settings}>
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
        <ChoiceRow
          label={words.status}
          value={value.status}
          choices={[words.on, words.off]}
          onChange={(status) => set({ status })}
        />
      </FormColumn>
    </FormSection>
  )
}
