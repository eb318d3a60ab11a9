import { Button, Link as TextLink } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ChoiceRow, FactRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { type Picked, PickerPanel } from '../../parts/picker-panel.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'
import { placeOfObject } from './object-frame.tsx'
import { GROUPS, USERS } from './picker-sources.ts'

const TYPES = [
  ['security', 'Security'],
  ['microsoft365', 'Microsoft 365'],
] as const
const MEMBERSHIPS = ['Assigned', 'Dynamic User'] as const

/** New Group (MS13). */
export function EntraNewGroupPage() {
  const page = usePageStyles()
  const navigate = useNavigate()
  const { run, isRunning, error } = useAct()
  const [name, setName] = useState('')
  const [description, describe] = useState('')
  const [type, setType] = useState('security')
  const [membership, setMembership] = useState('Assigned')
  const [rule, setRule] = useState('')
  const [isChoosing, setChoosing] = useState(false)
  const [members, setMembers] = useState<readonly Picked[]>([])
  const isDynamic = membership === 'Dynamic User'
  const create = async (): Promise<void> => {
    const keys = (view: string) => members.filter((one) => one.view === view).map(({ key }) => key)
    const made = await run('entra.create-group', {
      ...{ name: name.trim(), type },
      ...(description.trim() !== '' && { description: description.trim() }),
      ...(isDynamic ? { membershipRule: rule } : { members: keys('entra.users'), groups: keys('entra.groups') }),
    })
    const { id } = Object(made)
    if (typeof id === 'string') await navigate({ to: paths.entraObject('group', id) })
  }
  return (
    <div className={page.page}>
      <PageHead title={words.newGroup} place={placeOfObject('group')} />
      {error ? <Failed error={error} /> : null}
      <FormColumn>
        <ChoiceRow label={words.groupType} value={type} choices={TYPES} onChange={setType} />
        <TextRow label={words.groupName} isRequired value={name} onChange={setName} />
        <TextRow label={words.groupDescription} value={description} onChange={describe} />
        <ChoiceRow label={words.membershipType} value={membership} choices={MEMBERSHIPS} onChange={setMembership} />
        {isDynamic ? (
          <TextRow
            label={words.membershipRule}
            isRequired
            value={rule}
            placeholder={'user.department -eq "Sales"'}
            onChange={setRule}
          />
        ) : (
          <FactRow label={words.members}>
            <TextLink as="button" onClick={() => setChoosing(true)}>
              {members.length === 0 ? words.noMembers : members.map((one) => one.name).join(', ')}
            </TextLink>
          </FactRow>
        )}
      </FormColumn>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={isRunning || name.trim() === '' || (isDynamic && rule.trim() === '')}
          onClick={() => void create()}
        >
          {words.create}
        </Button>
      </div>
      {isChoosing ? (
        <PickerPanel
          title={words.addMembers}
          sources={[USERS, GROUPS]}
          chosen={members}
          onClose={() => setChoosing(false)}
          onSelect={(picked) => {
            setMembers(picked)
            setChoosing(false)
          }}
        />
      ) : null}
    </div>
  )
}
