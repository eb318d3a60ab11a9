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
import { Failed } from '../parts/page-state.tsx'
import type { Views } from '../source/source.ts'
import { useAct } from '../source/use-act.ts'

interface CompanyDialogProps {
  readonly company: NonNullable<Views['world.world']['company']>
  readonly onClose: () => void
}

/** Another name for the made-up company, so that a customer sees their own. The world begins anew. */
export function CompanyDialog({ company, onClose }: CompanyDialogProps) {
  const { succeeds, isRunning, error } = useAct()
  const [name, setName] = useState(company.name)
  const [domain, setDomain] = useState(company.domain)
  const begin = (event: FormEvent): void => {
    event.preventDefault()
    void succeeds('world.set-company', { name, domain }).then((done) => done && onClose())
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <form onSubmit={begin}>
          <DialogBody>
            <DialogTitle>The made-up company</DialogTitle>
            <DialogContent>
              {error ? <Failed error={error} /> : null}
              <Field label="Name">
                <Input value={name} onChange={(_event, { value }) => setName(value)} />
              </Field>
              <Field label="Domain" hint="The world begins anew; the snapshot “before starting over” brings it back.">
                <Input value={domain} onChange={(_event, { value }) => setDomain(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button appearance="primary" type="submit" disabledFocusable={isRunning}>
                Begin anew
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
