import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { PageHead } from '../../parts/page-head.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'
import { placeOfObject } from './object-frame.tsx'
import { createInput, type ProfileDraft } from './profile.ts'
import { ProfileFields } from './profile-fields.tsx'

/** Create new user: without a name to sign in by there is none. */
export function EntraNewUserPage() {
  const page = usePageStyles()
  const navigate = useNavigate()
  const { run, isRunning, error } = useAct()
  const [draft, setDraft] = useState<ProfileDraft>({})
  const isReady = ['userPrincipalName', 'displayName'].every((name) => (draft[name] ?? '').trim() !== '')
  const create = async (): Promise<void> => {
    const { id } = Object(await run('entra.create-user', createInput(draft)))
    if (typeof id === 'string') await navigate({ to: paths.entraObject('user', id) })
  }
  return (
    <div className={page.page}>
      <PageHead title={words.newUser} place={placeOfObject('user')} />
      {error ? <Failed error={error} /> : null}
      <ProfileFields
        draft={draft}
        required={['userPrincipalName', 'displayName']}
        set={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
      <div>
        <Button appearance="primary" disabledFocusable={!isReady || isRunning} onClick={() => void create()}>
          {words.create}
        </Button>
      </div>
    </div>
  )
}
