// Connectivity, a blade of the current layout: the same credentials, alone.
import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Notice, type NoticeText } from '../../parts/notice.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { SeenAppPage } from '../applications/app-frame.tsx'
import { useJob } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { CredentialsSection } from './credentials-section.tsx'
import { credentialsOf, type SettingsDraft, settingsOf } from './settings-draft.ts'

export function EntraConnectivityPage() {
  const { app, ...seen } = useJob()
  const isNew = seen.data?.settings.baseAddress === ''
  return (
    <SeenAppPage
      title={isNew ? words.newConfiguration : words.connectivity}
      under={[[words.provisioning, paths.entraProvisioning(app)]]}
      seen={seen}
      what="the credentials"
    >
      {(job) => <ConnectivityForm key={job.id} app={app} job={job} isNew={isNew} />}
    </SeenAppPage>
  )
}

interface FormProps {
  readonly app: string
  readonly job: Views['entra.job']
  readonly isNew: boolean
}

/** Create makes the configuration, as Save saves another address or token. */
function ConnectivityForm({ app, job, isNew }: FormProps) {
  const draft = useDraft<SettingsDraft>(settingsOf(job))
  const navigate = useNavigate()
  const { succeeds, isRunning, error } = useAct()
  const [said, say] = useState<NoticeText>()
  const save = async (): Promise<void> => {
    if (!(await succeeds('entra.set-credentials', { app, ...credentialsOf(draft.value) }))) return
    draft.discard()
    if (isNew) await navigate({ to: paths.entraProvisioning(app) })
    else say({ text: 'The credentials are saved.', isError: false })
  }
  return (
    <>
      {error ? <Failed error={error} /> : null}
      <CredentialsSection app={app} draft={draft} say={say} />
      <div>
        <Button
          appearance="primary"
          disabledFocusable={isRunning || draft.changed.length === 0}
          onClick={() => void save()}
        >
          {isNew ? words.create : words.save}
        </Button>
      </div>
      {said ? <Notice notice={said} onEnd={() => say(undefined)} /> : null}
    </>
  )
}
