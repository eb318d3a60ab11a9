import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { CheckRow, FormColumn, TextRow } from '../parts/field-row.tsx'
import { ListDetails } from '../parts/list-details.tsx'
import { Failed } from '../parts/page-state.tsx'
import { SidePanel } from '../parts/side-panel.tsx'
import { ValueList } from '../parts/value-list.tsx'
import { useLarkAct } from './acting.ts'
import { ActingAs } from './acting-as.tsx'
import { ticked } from './directory-sync/wizard.ts'
import { words } from './words.ts'

/** Who may configure the sync, and who may read the admin log. */
export function AdministratorsPage() {
  const [isAdding, add] = useState(false)
  return (
    <>
      <ListDetails
        title={words.administrators}
        place="Simulator only"
        view="lark.administrators"
        columns={[
          { field: 'name', label: 'Name', width: '1.6fr' },
          { field: 'email', label: 'Email', width: '2.2fr' },
          {
            field: 'permissions',
            label: 'Permissions',
            width: '2fr',
            isInCard: true,
            isSortable: false,
            show: ({ value: { primary, permissions } }) =>
              primary ? 'Primary administrator' : permissions.join(', ') || 'none',
          },
        ]}
        empty="There is no administrator."
        heading={({ value }) => value.name}
        details={({ value }) => <ValueList value={value} />}
        tools={
          <>
            <ActingAs />
            <Button icon={<AddRegular />} onClick={() => add(true)}>
              Add administrator
            </Button>
          </>
        }
      />
      {isAdding ? <AddPanel onClose={() => add(false)} /> : null}
    </>
  )
}

const PERMISSIONS = ['Directory Sync', 'Admin log'] as const

function AddPanel({ onClose }: { readonly onClose: () => void }) {
  const act = useLarkAct()
  const [form, change] = useState({ name: '', email: '', permissions: [] as readonly string[] })
  const save = async (): Promise<void> => {
    if ((await act.run('add-administrator', form)) !== undefined) onClose()
  }
  return (
    <SidePanel
      title="Add administrator"
      onClose={onClose}
      foot={
        <>
          <Button appearance="primary" disabledFocusable={act.isRunning} onClick={() => void save()}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      {act.error ? <Failed error={act.error} /> : null}
      <FormColumn>
        <TextRow label="Name" value={form.name} onChange={(name) => change({ ...form, name })} />
        <TextRow label="Email" value={form.email} onChange={(email) => change({ ...form, email })} />
        {PERMISSIONS.map((permission) => (
          <CheckRow
            key={permission}
            label={permission}
            isOn={form.permissions.includes(permission)}
            onChange={(isOn) =>
              change({
                ...form,
                permissions: ticked(PERMISSIONS as readonly string[], form.permissions, permission, isOn),
              })
            }
          />
        ))}
      </FormColumn>
    </SidePanel>
  )
}
