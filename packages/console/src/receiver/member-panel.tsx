import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { FormColumn, TextRow } from '../parts/field-row.tsx'
import { Failed } from '../parts/page-state.tsx'
import { SidePanel } from '../parts/side-panel.tsx'
import type { Views } from '../source/source.ts'
import { useLarkAct } from './acting.ts'
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
  const save = async (): Promise<void> => {
    const set = changesOf(before, form)
    const done = member ? act.run('edit-member', { member: member.id, set }) : act.run('add-member', set)
    if ((await done) !== undefined) onClose()
  }
  return (
    <SidePanel
      title={member ? words.editMember : words.addMember}
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
      </FormColumn>
    </SidePanel>
  )
}
