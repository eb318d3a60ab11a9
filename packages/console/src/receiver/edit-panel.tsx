import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { FormColumn } from '../parts/field-row.tsx'
import { Failed } from '../parts/page-state.tsx'
import { SidePanel } from '../parts/side-panel.tsx'
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
    <SidePanel
      title={title}
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
      <FormColumn>{children}</FormColumn>
    </SidePanel>
  )
}
