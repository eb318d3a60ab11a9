// The tab Import: who is at the endpoint is read and matched (O507 to O515).
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useAct } from '../../source/use-act.ts'
import { importing, tabs } from '../words.ts'
import { AppFrame } from './app-frame.tsx'
import { importText } from './import-text.ts'

export function OktaImportPage() {
  return <AppFrame tab="import">{(_application, label) => <Import label={label} />}</AppFrame>
}

function Import({ label }: { readonly label: string }) {
  const { run, isRunning, error } = useAct()
  const [said, say] = useState<readonly string[]>([])
  const read = async (): Promise<void> => {
    say([])
    const result = await run('okta.import-users', { application: label })
    if (result !== undefined) say(importText(Object(result)))
  }
  return (
    <FormSection title={tabs.import}>
      <span>{importing.does}</span>
      <div>
        <Button appearance="primary" disabledFocusable={isRunning} onClick={() => void read()}>
          {importing.now}
        </Button>
      </div>
      {error ? <Failed error={error} /> : null}
      <div role="status">
        {said.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </FormSection>
  )
}
