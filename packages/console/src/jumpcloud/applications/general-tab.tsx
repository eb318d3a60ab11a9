import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { instantText } from '../../parts/time-text.ts'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { tabs, words } from '../words.ts'
import type { Application } from './application.ts'

export function GeneralTab({ application }: { readonly application: Application }) {
  const { displayLabel, displayName, identityManagement, created } = application
  return (
    <FormSection title={tabs.general}>
      <ValueList value={{ displayLabel, kind: displayName, identityManagement, created: instantText(created) }} />
      <DeleteApplication label={displayLabel} />
    </FormSection>
  )
}

function DeleteApplication({ label }: { readonly label: string }) {
  const act = useAct()
  const navigate = useNavigate()
  const [isAsked, ask] = useState(false)
  const remove = async (): Promise<void> => {
    await navigate({ to: paths.jumpCloudApplications })
    await act.run('jumpcloud.delete-application', { application: label })
  }
  if (!isAsked) {
    return (
      <div>
        <Button onClick={() => ask(true)}>{words.deleteApplication}</Button>
      </div>
    )
  }
  return (
    <>
      {act.error ? <Failed error={act.error} /> : null}
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>The application goes, with its settings. Whom it has synced stays as they are.</MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => void remove()}>{words.deleteApplication}</Button>
          <Button onClick={() => ask(false)}>{words.cancel}</Button>
        </MessageBarActions>
      </MessageBar>
    </>
  )
}
