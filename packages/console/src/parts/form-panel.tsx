import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Failed } from './page-state.tsx'
import { SidePanel } from './side-panel.tsx'

interface FormPanelProps {
  readonly title: string
  /** On the button that takes over what is filled in. */
  readonly okLabel: string
  readonly isOff?: boolean
  readonly error?: Error | null | undefined
  readonly onOk: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What is filled in beside a page, taken over or cancelled at its foot; what was refused stands at its head. */
export function FormPanel({ title, okLabel, isOff = false, error, onOk, onClose, children }: FormPanelProps) {
  return (
    <SidePanel
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button appearance="primary" disabledFocusable={isOff} onClick={onOk}>
            {okLabel}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {error ? <Failed error={error} /> : null}
      {children}
    </SidePanel>
  )
}
