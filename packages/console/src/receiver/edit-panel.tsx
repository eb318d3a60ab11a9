import type { ReactNode } from 'react'
import { FormColumn } from '../parts/field-row.tsx'
import { FormPanel } from '../parts/form-panel.tsx'
import type { Act } from '../source/use-act.ts'
import { words } from './words.ts'

interface EditPanelProps {
  readonly title: string
  readonly act: Act
  /** Resolves with undefined when it was refused. */
  readonly onSave: () => Promise<unknown>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Somebody who is added or changed: fields, Save and Cancel, beside the list. */
export function EditPanel({ title, act, onSave, onClose, children }: EditPanelProps) {
  const save = async (): Promise<void> => {
    if ((await onSave()) !== undefined) onClose()
  }
  return (
    <FormPanel
      title={title}
      okLabel={words.save}
      isOff={act.isRunning}
      error={act.error}
      onOk={() => void save()}
      onClose={onClose}
    >
      <FormColumn>{children}</FormColumn>
    </FormPanel>
  )
}
