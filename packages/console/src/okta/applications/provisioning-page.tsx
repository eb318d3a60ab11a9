// The tab Provisioning: Integration and To App, in the order in which one needs them (O125, O126).
import { CheckRow } from '../../parts/field-row.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import { Empty, Failed } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { useAct } from '../../source/use-act.ts'
import { features, provisioning, words } from '../words.ts'
import { AppFrame, type Application } from './app-frame.tsx'
import { AttributeMappings } from './attribute-mappings.tsx'
import { Integration } from './integration.tsx'

export function OktaProvisioningPage() {
  return (
    <AppFrame tab="provisioning">
      {(application, label) => (
        <>
          <Integration key={application.id} application={application} label={label} />
          {application.baseUrl === undefined ? (
            <Empty>{`${provisioning.toApp} comes once the integration is enabled: base URL, token, ${words.save}.`}</Empty>
          ) : (
            <>
              <ToApp key={`${application.id} to app`} application={application} label={label} />
              <AttributeMappings label={label} />
            </>
          )}
        </>
      )}
    </AppFrame>
  )
}

interface OfApp {
  readonly application: Application
  readonly label: string
}

function ToApp({ application, label }: OfApp) {
  const { succeeds, isRunning, error } = useAct()
  const draft = useDraft(application.features)
  const save = async (): Promise<void> => {
    if (await succeeds('okta.set-features', { application: label, ...draft.value })) draft.discard()
  }
  return (
    <FormSection title={provisioning.toApp}>
      {error ? <Failed error={error} /> : null}
      {features.map(([name, text]) => (
        <CheckRow key={name} label={text} isOn={draft.value[name]} onChange={(isOn) => draft.set({ [name]: isOn })} />
      ))}
      <SaveBar
        changes={draft.changed.length}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={draft.discard}
        discardLabel={words.cancel}
      />
    </FormSection>
  )
}
