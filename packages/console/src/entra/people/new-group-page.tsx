import { Button, Link as TextLink } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ChoiceRow, FactRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { PickerPanel } from '../../parts/picker-panel.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'
import { DYNAMIC, isComplete, NEW_GROUP, type NewGroup, newGroupInput } from './group-draft.ts'
import { placeOfObject } from './object-frame.tsx'
import { GROUPS, USERS } from './picker-sources.ts'

const TYPES = [
  ['security', 'Security'],
  ['microsoft365', 'Microsoft 365'],
] as const
const MEMBERSHIPS = ['Assigned', DYNAMIC] as const

/** New Group (MS13). */
export function EntraNewGroupPage() {
  const page = usePageStyles()
  const navigate = useNavigate()
  const { run, isRunning, error } = useAct()
  const [draft, setDraft] = useState<NewGroup>(NEW_GROUP)
  const [isChoosing, setChoosing] = useState(false)
  const set = (change: Partial<NewGroup>): void => setDraft((before) => ({ ...before, ...change }))
  const create = async (): Promise<void> => {
    const { id } = Object(await run('entra.create-group', newGroupInput(draft)))
    if (typeof id === 'string') await navigate({ to: paths.entraObject('group', id) })
  }
  return (
    <div className={page.page}>
      <PageHead title={words.newGroup} place={placeOfObject('group')} />
      {error ? <Failed error={error} /> : null}
      <NewGroupFields draft={draft} set={set} onChoose={() => setChoosing(true)} />
      <div>
        <Button appearance="primary" disabledFocusable={isRunning || !isComplete(draft)} onClick={() => void create()}>
          {words.create}
        </Button>
      </div>
      {isChoosing ? (
        <PickerPanel
          title={words.addMembers}
          sources={[USERS, GROUPS]}
          chosen={draft.members}
          onClose={() => setChoosing(false)}
          onSelect={(members) => {
            set({ members })
            setChoosing(false)
          }}
        />
      ) : null}
    </div>
  )
}

interface FieldsProps {
  readonly draft: NewGroup
  readonly set: (change: Partial<NewGroup>) => void
  readonly onChoose: () => void
}

function NewGroupFields({ draft, set, onChoose }: FieldsProps) {
  const { name, description, type, membership, rule, members } = draft
  return (
    <FormColumn>
      <ChoiceRow label={words.groupType} value={type} choices={TYPES} onChange={(next) => set({ type: next })} />
      <TextRow label={words.groupName} isRequired value={name} onChange={(next) => set({ name: next })} />
      <TextRow label={words.groupDescription} value={description} onChange={(next) => set({ description: next })} />
      <ChoiceRow
        label={words.membershipType}
        value={membership}
        choices={MEMBERSHIPS}
        onChange={(next) => set({ membership: next })}
      />
      {membership === DYNAMIC ? (
        <TextRow
          label={words.membershipRule}
          isRequired
          value={rule}
          placeholder={'user.department -eq "Sales"'}
          onChange={(next) => set({ rule: next })}
        />
      ) : (
        <FactRow label={words.members}>
          <TextLink as="button" onClick={onChoose}>
            {members.length === 0 ? words.noMembers : members.map((one) => one.name).join(', ')}
          </TextLink>
        </FactRow>
      )}
    </FormColumn>
  )
}
