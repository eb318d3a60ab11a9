import { Button, Link as TextLink } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ChoiceRow, FactRow, FormColumn } from '../../parts/field-row.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { type Picked, PickerPanel } from '../../parts/picker-panel.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { ActAppPage } from '../applications/app-frame.tsx'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { GROUPS, USERS } from './picker-sources.ts'

/** Add Assignment: whom, and in which role. */
export function EntraAddAssignmentPage() {
  const app = useAppName()
  const navigate = useNavigate()
  const { run, isRunning, error } = useAct()
  const [chosen, choose] = useState<readonly Picked[]>([])
  const [isChoosing, setChoosing] = useState(false)
  const [role, chooseRole] = useState('User')
  const assign = async (): Promise<void> => {
    const keysOf = (view: string) => chosen.filter((one) => one.view === view).map(({ key }) => key)
    const done = await run('entra.assign', { app, users: keysOf('entra.users'), groups: keysOf('entra.groups'), role })
    if (done) await navigate({ to: paths.entraAssignments(app) })
  }
  return (
    <ActAppPage
      level="application"
      title={words.addAssignment}
      under={[[words.usersAndGroups, paths.entraAssignments(app)]]}
    >
      {({ value: { roles } }) => (
        <>
          {error ? <Failed error={error} /> : null}
          <FormColumn>
            <FactRow label={words.usersAndGroups}>
              <TextLink as="button" onClick={() => setChoosing(true)}>
                {chosen.length === 0 ? words.noneSelected : chosen.map(({ name }) => name).join(', ')}
              </TextLink>
            </FactRow>
            <ChoiceRow label={words.selectRole} value={role} choices={roles} onChange={chooseRole} />
          </FormColumn>
          <div>
            <Button
              appearance="primary"
              disabledFocusable={chosen.length === 0 || isRunning}
              onClick={() => void assign()}
            >
              {words.assign}
            </Button>
          </div>
          {isChoosing ? (
            <PickerPanel
              title={words.usersAndGroups}
              sources={[USERS, GROUPS]}
              chosen={chosen}
              selectLabel={words.select}
              onClose={() => setChoosing(false)}
              onSelect={(picked) => {
                choose(picked)
                setChoosing(false)
              }}
            />
          ) : null}
        </>
      )}
    </ActAppPage>
  )
}
