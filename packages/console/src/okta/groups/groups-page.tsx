import { Button, Link as TextLink } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { createLink, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Column } from '../../parts/column.ts'
import { FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormPanel } from '../../parts/form-panel.tsx'
import { ListDetails } from '../../parts/list-details.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'

const Link = createLink(TextLink)

const COLUMNS: readonly Column<Views['okta.groups']>[] = [
  { field: 'key', label: words.groupName, width: '2fr', show: ({ key }) => key },
  { field: 'memberCount', label: words.people, width: '110px', isInCard: true },
  { field: 'description', label: words.groupDescription, width: '3fr', isWideOnly: true },
]

/** Directory › Groups. */
export function OktaGroupsPage() {
  const { canAct } = useAct()
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <ListDetails
        title={words.groups}
        place={words.directory}
        view="okta.groups"
        query={{ members: 'none' }}
        columns={COLUMNS}
        sort="key"
        empty={`The organization has no groups. Begin with ${words.addGroup}: a group assigns applications and can be pushed.`}
        tools={
          canAct ? (
            <Button appearance="primary" icon={<AddRegular />} onClick={() => setAdding(true)}>
              {words.addGroup}
            </Button>
          ) : null
        }
        details={({ value }) => (
          <>
            {canAct ? <Link to={paths.oktaGroup(value.id)}>{words.groupPage}</Link> : null}
            <ValueList value={value} hidden={['members']} />
          </>
        )}
      />
      {isAdding ? <AddGroup onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function AddGroup({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const { run, isRunning, error } = useAct()
  const [name, setName] = useState('')
  const [description, describe] = useState('')
  const save = async (): Promise<void> => {
    const input = { name: name.trim(), ...(description.trim() === '' ? {} : { description: description.trim() }) }
    const { id } = Object(await run('okta.create-group', input))
    if (typeof id === 'string') await navigate({ to: paths.oktaGroup(id) })
  }
  return (
    <FormPanel
      title={words.addGroup}
      okLabel={words.save}
      isOff={name.trim() === '' || isRunning}
      error={error}
      onOk={() => void save()}
      onClose={onClose}
    >
      <FormColumn>
        <TextRow label={words.groupName} value={name} isRequired onChange={setName} />
        <TextRow label={words.groupDescription} value={description} onChange={describe} />
      </FormColumn>
    </FormPanel>
  )
}
