import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { Failed } from '../parts/page-state.tsx'
import type { Views } from '../source/source.ts'
import { useAct } from '../source/use-act.ts'
import { FormDialog } from './form-dialog.tsx'

interface CompanyDialogProps {
  readonly company: NonNullable<Views['world.world']['company']>
  readonly onClose: () => void
}

/** Another name for the made-up company, so that a customer sees their own. The world begins anew. */
export function CompanyDialog({ company, onClose }: CompanyDialogProps) {
  const { succeeds, isRunning, error } = useAct()
  const [name, setName] = useState(company.name)
  const [domain, setDomain] = useState(company.domain)
  const begin = async (): Promise<void> => {
    if (await succeeds('world.set-company', { name, domain })) onClose()
  }
  return (
    <FormDialog
      title="The made-up company"
      doIt="Begin anew"
      isOff={isRunning}
      onSubmit={() => void begin()}
      onClose={onClose}
    >
      {error ? <Failed error={error} /> : null}
      <Field label="Name">
        <Input value={name} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <Field label="Domain" hint="The world begins anew; the snapshot “before starting over” brings it back.">
        <Input value={domain} onChange={(_event, { value }) => setDomain(value)} />
      </Field>
    </FormDialog>
  )
}
