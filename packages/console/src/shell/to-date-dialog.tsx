import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Act } from '../source/use-act.ts'

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
  const go = (event: FormEvent): void => {
    event.preventDefault()
    onClose()
    void act.run('world.advance', { to: `${to}:00Z` })
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <form onSubmit={go}>
          <DialogBody>
            <DialogTitle>Move the clock to a date</DialogTitle>
            <DialogContent>
              <Field label="Date and time, UTC" hint="All that falls due until then happens, in order.">
                <Input type="datetime-local" value={to} onChange={(_event, { value }) => setTo(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button appearance="primary" type="submit" disabledFocusable={!isLater}>
                Move
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
