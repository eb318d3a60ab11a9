import { Button, makeStyles } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CheckRow } from '../../parts/field-row.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { needed, words } from '../words.ts'
import { createInput, type ProfileDraft } from './person.ts'
import { ProfileFields } from './profile-fields.tsx'

const useStyles = makeStyles({ foot: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'center' } })

/** Add person: who is not activated at once is Staged (O912). */
export function OktaNewPersonPage() {
  const page = usePageStyles()
  const styles = useStyles()
  const navigate = useNavigate()
  const { run, isRunning, error } = useAct()
  const [draft, fill] = useState<ProfileDraft>({})
  const [isActive, activate] = useState(true)
  const isReady = needed.every((name) => (draft[name] ?? '').trim() !== '')
  const create = async (): Promise<void> => {
    const { id } = Object(await run('okta.create-user', createInput(draft, isActive)))
    if (typeof id === 'string') await navigate({ to: paths.oktaPerson(id) })
  }
  return (
    <div className={page.page}>
      <PageHead title={words.addPerson} place={[[words.directory], [words.people, paths.oktaPeople]]} />
      {error ? <Failed error={error} /> : null}
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={!isReady || isRunning} onClick={() => void create()}>
          {words.save}
        </Button>
        <CheckRow label={words.isActive} isOn={isActive} onChange={activate} />
      </div>
      <ProfileFields draft={draft} set={(change) => fill((before) => ({ ...before, ...change }))} />
    </div>
  )
}
