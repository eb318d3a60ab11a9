import { useState } from 'react'
import { TextRow } from '../parts/field-row.tsx'
import type { Views } from '../source/source.ts'
import { useLarkAct } from './acting.ts'
import { EditPanel } from './edit-panel.tsx'
import { changesOf, FORM_FIELDS, formOf } from './member-fields.ts'
import { words } from './words.ts'

export interface MemberPanelProps {
  /** Undefined for one that is added. */
  readonly member?: Views['lark.members']
  readonly onClose: () => void
}

/** A member as an administrator enters or changes it. */
export function MemberPanel({ member, onClose }: MemberPanelProps) {
  const act = useLarkAct()
  const before = formOf(member)
  const [form, change] = useState(before)
  const save = () => {
    const set = changesOf(before, form)
    return member ? act.run('edit-member', { member: member.id, set }) : act.run('add-member', set)
  }
  return (
    <EditPanel title={member ? words.editMember : words.addMember} act={act} onSave={save} onClose={onClose}>
      {FORM_FIELDS.map((field, index) => (
        <TextRow
          key={field}
          label={words.memberFields[field]}
          value={form[field]}
          onChange={(value) => change({ ...form, [field]: value })}
          isRequired={field === 'name'}
          isFirst={index === 0}
        />
      ))}
    </EditPanel>
  )
}
