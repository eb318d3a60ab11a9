// Where the endpoint is and how it is signed in to; what stands in the form is tested without being saved (O121 to O128).
import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { FactRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { useAct } from '../../source/use-act.ts'
import { features, provisioning, words } from '../words.ts'
import type { Application } from './app-frame.tsx'
import { Credentials, credentialsIn, NOTHING_TYPED, testedIn } from './credentials.tsx'

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px' } })

interface IntegrationProps {
  readonly application: Application
  readonly label: string
}

export function Integration({ application, label }: IntegrationProps) {
  const { kind, baseUrl = '' } = application
  const isSaved = baseUrl !== ''
  const draft = useDraft({ baseUrl, ...NOTHING_TYPED })
  const { succeeds, isRunning, error } = useAct()
  const [isTested, tell] = useState(false)
  const { value, changed, set } = draft
  const given = { application: label, baseUrl: value.baseUrl.trim() }
  const test = async (): Promise<void> => {
    tell(false)
    tell(await succeeds('okta.test-connector', { ...given, ...testedIn(value) }))
  }
  const save = async (): Promise<void> => {
    if (await succeeds('okta.configure-scim', { ...given, ...credentialsIn(value) })) draft.discard()
  }
  return (
    <FormSection title={provisioning.integration}>
      {error ? <Failed error={error} /> : null}
      {isTested ? <Configured application={application} /> : null}
      <FormColumn>
        <TextRow
          label={kind === 'wizard' ? provisioning.connectorUrl : provisioning.baseUrl}
          value={value.baseUrl}
          onChange={(next) => set({ baseUrl: next })}
        />
        {kind === 'wizard' ? <FactRow label={provisioning.uniqueField}>userName</FactRow> : null}
        <Credentials kind={kind} isSaved={isSaved} value={value} onChange={set} />
      </FormColumn>
      <SaveBar
        changes={changed.length}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={draft.discard}
        discardLabel={words.cancel}
      >
        <Button disabledFocusable={isRunning || given.baseUrl === ''} onClick={() => void test()}>
          {kind === 'wizard' ? provisioning.test : provisioning.testCredentials}
        </Button>
      </SaveBar>
    </FormSection>
  )
}

/** A tick for each action that is chosen; nothing of them was tried (O124). */
function Configured({ application }: { readonly application: Application }) {
  const styles = useStyles()
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{provisioning.configured}</MessageBarTitle>
        <ul className={styles.list}>
          {features.map(([name, text]) => (
            <li key={name}>{`${application.features[name] ? '✓' : '✗'} ${text}`}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
