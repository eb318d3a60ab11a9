import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useAct } from '../../source/use-act.ts'
import { identity } from '../words.ts'
import { importText } from './import-text.ts'

/** New users of the application become users here; nobody is updated (Import users for SCIM). */
export function ImportUsers({ label }: { readonly label: string }) {
  const act = useAct()
  const [said, say] = useState('')
  const run = async (): Promise<void> => {
    const result = await act.run('jumpcloud.import-users', { application: label })
    say(result === undefined ? '' : importText(result))
  }
  return (
    <FormSection title={identity.import}>
      {act.error ? <Failed error={act.error} /> : null}
      <div>
        <Button disabledFocusable={act.isRunning} onClick={() => void run()}>
          {identity.importUsers}
        </Button>
      </div>
      <span role="status">{said}</span>
    </FormSection>
  )
}
