import { Button, Checkbox } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { SwitchRow } from '../../parts/field-row.tsx'
import { SimulatorOnly } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import type { Item, Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { AppList } from '../applications/app-list.tsx'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'

type Assignment = Item<Views['entra.assignments']>

/** Who is assigned to the application, and in which role. */
export function EntraAssignmentsPage() {
  const app = useAppName()
  const { ticked, toggle, remove, act } = useRemoval(app)
  const { state, set } = useViewState()
  const hasMembers = state.members === 'yes'
  return (
    <AppList
      level="application"
      above={
        <>
          {act.error ? <Failed error={act.error} /> : null}
          <SimulatorOnly>
            <SwitchRow
              label={words.showMembers}
              isOn={hasMembers}
              onChange={(isOn) => set({ members: isOn ? 'yes' : undefined, open: undefined }, { replace: true })}
            />
          </SimulatorOnly>
        </>
      }
      title={words.usersAndGroups}
      view="entra.assignments"
      query={hasMembers ? { app, members: 'yes' } : { app }}
      tools={<Tools app={app} canRemove={ticked.length > 0 && !act.isRunning} onRemove={() => void remove()} />}
      columns={[
        {
          field: 'principal',
          label: words.displayName,
          width: '2fr',
          // Who is assigned through a group is removed from the group, and not here.
          show: (item) =>
            item.value.viaGroup === undefined ? (
              <Checkbox
                label={item.value.principal}
                checked={ticked.some(({ key }) => key === item.key)}
                onChange={(_event, { checked }) => toggle(item, checked === true)}
              />
            ) : (
              item.value.principal
            ),
        },
        {
          field: 'principalType',
          label: words.objectType,
          width: '120px',
          choices: ['User', 'Group'],
          isInCard: true,
        },
        { field: 'role', label: words.roleAssigned, width: '1fr', isInCard: true },
        ...(hasMembers ? [{ field: 'viaGroup', label: words.viaGroup, width: '1fr', isInCard: true } as const] : []),
      ]}
      sort="principal"
      empty={`Nobody is assigned to ${app} yet. Begin with ${words.addUserOrGroup}.`}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

/** Those that are ticked, and their removal. */
function useRemoval(app: string) {
  const act = useAct()
  const [ticked, tick] = useState<readonly Assignment[]>([])
  const toggle = (item: Assignment, isOn: boolean): void =>
    tick((before) => [...before.filter(({ key }) => key !== item.key), ...(isOn ? [item] : [])])
  const remove = async (): Promise<void> => {
    for (const { value } of ticked) {
      const name = value.principalType === 'User' ? 'user' : 'group'
      if (!(await act.succeeds('entra.unassign', { app, [name]: value.principalId }))) return
    }
    tick([])
  }
  return { ticked, toggle, remove, act }
}

interface ToolsProps {
  readonly app: string
  readonly canRemove: boolean
  readonly onRemove: () => void
}

function Tools({ app, canRemove, onRemove }: ToolsProps) {
  const navigate = useNavigate()
  return (
    <>
      <Button
        appearance="primary"
        icon={<AddRegular />}
        onClick={() => void navigate({ to: paths.entraAddAssignment(app) })}
      >
        {words.addUserOrGroup}
      </Button>
      <Button icon={<DeleteRegular />} disabledFocusable={!canRemove} onClick={onRemove}>
        {words.remove}
      </Button>
    </>
  )
}
