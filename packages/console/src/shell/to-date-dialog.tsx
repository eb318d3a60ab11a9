import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { Act } from '../source/use-act.ts'
import { FormDialog } from './form-dialog.tsx'

interface ToDateDialogProps {
  readonly act: Act
  /** What time it is, ISO 8601. */
  readonly now: string
  readonly onClose: () => void
}

/** Moves the clock to an instant; all that falls due until then happens. */
export function ToDateDialog({ act, now, onClose }: ToDateDialogProps) {
  const [to, setTo] = useState(now.slice(0, 16))
  const isLater = to > now.slice(0, 16)
  const go = (): void => {
    onClose()
    void act.run('world.advance', { to: `${to}:00Z` })
  }
  return (
    <FormDialog title="Move the clock to a date" doIt="Move" isOff={!isLater} onSubmit={go} onClose={onClose}>
      <Field label="Date and time, UTC" hint="All that falls due until then happens, in order.">
        <Input type="datetime-local" value={to} onChange={(_event, { value }) => setTo(value)} />
      </Field>
    </FormDialog>
  )
}
