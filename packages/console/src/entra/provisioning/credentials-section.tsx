import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import type { NoticeText } from '../../parts/notice.tsx'
import type { Draft } from '../../parts/use-draft.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'
import { credentialsOf, type SettingsDraft } from './settings-draft.ts'

interface CredentialsProps {
  readonly app: string
  readonly draft: Draft<SettingsDraft>
  readonly say: (said: NoticeText | undefined) => void
}

/** Where the application is, and the token for it. What stands here is tested before it is saved. */
export function CredentialsSection({ app, draft: { value, set }, say }: CredentialsProps) {
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
