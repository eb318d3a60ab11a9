import { useState } from 'react'
import { CheckRow, TextRow } from '../parts/field-row.tsx'
import type { Views } from '../source/source.ts'
import { useLarkAct } from './acting.ts'
import { ticked } from './directory-sync/wizard.ts'
import { EditPanel } from './edit-panel.tsx'
import { words } from './words.ts'

const PERMISSIONS: readonly string[] = ['Directory Sync', 'Admin log']

const NOBODY = { name: '', email: '', permissions: [] as readonly string[] }

interface AdministratorPanelProps {
  /** Undefined for one who is added. */
  readonly administrator?: Views['lark.administrators']
  readonly onClose: () => void
}

/** Who somebody is, and what they may do. */
export function AdministratorPanel({ administrator, onClose }: AdministratorPanelProps) {
  const act = useLarkAct()
  const { name, email, permissions } = administrator ?? NOBODY
  const [form, change] = useState({ name, email, permissions: permissions as readonly string[] })
  const save = () =>
    administrator
      ? act.run('edit-administrator', { administrator: administrator.id, set: form })
      : act.run('add-administrator', form)
  const title = administrator ? words.editAdministrator : words.addAdministrator
  return (
    <EditPanel title={title} act={act} onSave={save} onClose={onClose}>
      <TextRow label="Name" value={form.name} onChange={(text) => change({ ...form, name: text })} />
      <TextRow label="Email" value={form.email} onChange={(text) => change({ ...form, email: text })} />
      {PERMISSIONS.map((permission) => (
        <CheckRow
          key={permission}
          label={permission}
          isOn={form.permissions.includes(permission)}
          onChange={(isOn) => change({ ...form, permissions: ticked(PERMISSIONS, form.permissions, permission, isOn) })}
        />
      ))}
    </EditPanel>
  )
}
