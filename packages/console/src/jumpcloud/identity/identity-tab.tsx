import { Button, makeStyles } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CheckRow, ChoiceRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Empty, Failed, Loading } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { type Draft, useDraft } from '../../parts/use-draft.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import type { Application } from '../applications/application.ts'
import { identity, words } from '../words.ts'
import { EmailCoach } from './email-coach.tsx'
import { ExportMapping } from './export-mapping.tsx'
import { type Connector, formOf, type IdentityForm, settingsOf } from './identity-form.ts'
import { ImportUsers } from './import-users.tsx'
import { TestPanel } from './test-panel.tsx'
import { useTest } from './use-test.ts'

const useStyles = makeStyles({
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(360px, 100%), 1fr))', gap: '12px' },
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** The tab Identity Management. */
export function IdentityTab({ application }: { readonly application: Application }) {
  const { data, error, retry } = useView('jumpcloud.connector', { limit: 1_000 })
  if (!application.identityManagement) {
    return <Empty>The application was created without “Export users to this app (Identity Management)”.</Empty>
  }
  if (error) return <Failed error={error} retry={retry} />
  if (data === undefined) return <Loading what="identity management" />
  const connector = data.items.find(({ key }) => key === application.displayLabel)?.value
  return <Identity label={application.displayLabel} connector={connector} />
}

interface IdentityProps {
  readonly label: string
  /** Undefined before the form was saved for the first time. */
  readonly connector: Connector | undefined
}

function Identity({ label, connector }: IdentityProps) {
  const styles = useStyles()
  const navigate = useNavigate()
  const draft = useDraft(formOf(connector))
  const acts = useIdentityActs(label, connector, draft)
  const { act, test, toast, forget } = acts
  const isActive = connector?.active ?? false
  return (
    <>
      {act.error ? <Failed error={act.error} /> : null}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Configuration draft={draft} isSaved={connector !== undefined} />
          <FormSection title={identity.groupManagement}>
            <CheckRow
              label={identity.enableGroups}
              isOn={draft.value.groupManagement}
              onChange={(groupManagement) => draft.set({ groupManagement })}
            />
          </FormSection>
          <div className={styles.buttons}>
            <Button disabledFocusable={act.isRunning} onClick={() => void acts.runTest()}>
              {identity.testConnection}
            </Button>
            {isActive ? null : (
              <Button appearance="primary" disabledFocusable={act.isRunning} onClick={() => void acts.activate()}>
                {identity.activate}
              </Button>
            )}
          </div>
        </div>
        <TestPanel test={test} report={act.isRunning ? undefined : connector?.lastTest} />
      </div>
      {connector === undefined ? null : <ExportMapping label={label} />}
      {connector === undefined ? null : <ImportUsers label={label} />}
      <SaveBar
        isFoot
        changes={draft.changed.length}
        isSaving={act.isRunning}
        onSave={() => void acts.save()}
        onDiscard={draft.discard}
        discardLabel={identity.undo}
      >
        <Button onClick={() => void navigate({ to: paths.jumpCloudApplications })}>{words.cancel}</Button>
      </SaveBar>
      {toast === undefined ? null : <Notice notice={toast} onEnd={forget} />}
    </>
  )
}

/** Save, Test Connection and Activate; Deactivate is in the menu Actions. What was typed is saved before it is tested or activated. */
function useIdentityActs(label: string, connector: Connector | undefined, draft: Draft<IdentityForm>) {
  const act = useAct()
  const [toast, say] = useState<{ readonly text: string; readonly isError: boolean }>()
  const [isTesting, tell] = useState(false)
  const test = useTest(connector, isTesting)
  const save = async (): Promise<boolean> => {
    const saved = await act.run('jumpcloud.configure-scim', settingsOf(label, draft.value, connector))
    if (saved !== undefined) draft.discard()
    return saved !== undefined
  }
  const isSaved = async (): Promise<boolean> =>
    connector !== undefined && draft.changed.length === 0 ? true : await save()
  return {
    act,
    test,
    toast,
    save,
    forget: () => say(undefined),
    async runTest(): Promise<void> {
      test.begin()
      if (!(await isSaved())) return
      tell(true)
      const report = await act.run('jumpcloud.test-connection', { application: label })
      tell(false)
      const { toast: text, passed } = Object(report)
      if (report !== undefined) say({ text, isError: !passed })
    },
    async activate(): Promise<void> {
      if (!(await isSaved())) return
      const done = await act.run('jumpcloud.activate', { application: label })
      // No public text has the words.
      if (done !== undefined) say({ text: 'Identity management is active.', isError: false })
    },
  }
}

function Configuration({ draft, isSaved }: { readonly draft: Draft<IdentityForm>; readonly isSaved: boolean }) {
  const { value, set } = draft
  return (
    <FormSection title={identity.configuration}>
      <form onSubmit={(event) => event.preventDefault()}>
        <FormColumn>
          <ChoiceRow
            label={identity.apiType}
            value={value.apiType}
            choices={[
              ['SCIM API', identity.scimApi],
              ['REST API', identity.restApi],
            ]}
            onChange={(apiType) => set({ apiType })}
          />
          <ChoiceRow
            label={identity.scimVersion}
            value={value.scimVersion}
            choices={[
              ['2.0', identity.scim2],
              ['1.1', identity.scim1],
            ]}
            onChange={(scimVersion) => set({ scimVersion })}
          />
          <TextRow label={identity.baseUrl} value={value.baseUrl} onChange={(baseUrl) => set({ baseUrl })} />
          <TextRow
            label={identity.tokenKey}
            value={value.token}
            onChange={(token) => set({ token })}
            isSecret
            {...(isSaved ? { placeholder: '••••••••', hint: 'Left empty, the saved one stays.' } : {})}
          />
          <TextRow
            label={identity.testUserEmail}
            value={value.testUserEmail}
            onChange={(testUserEmail) => set({ testUserEmail })}
          />
          <EmailCoach email={value.testUserEmail} />
        </FormColumn>
      </form>
    </FormSection>
  )
}
