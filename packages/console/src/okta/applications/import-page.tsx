// The tab Import: who is at the endpoint is read and matched, and how the last import went (O507 to O515).
import { Button } from '@fluentui/react-components'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { instantText } from '../../parts/time-text.ts'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import { importing, tabs } from '../words.ts'
import { AppFrame } from './app-frame.tsx'
import { importText } from './import-text.ts'

type ImportRun = Views['okta.imports']

export function OktaImportPage() {
  return <AppFrame tab="import">{(_application, label) => <Import label={label} />}</AppFrame>
}

function Import({ label }: { readonly label: string }) {
  const { run, isRunning, error } = useAct()
  const imports = useView('okta.imports')
  const last = imports.data?.items.find(({ key }) => key === label)?.value
  return (
    <FormSection title={tabs.import}>
      <span>{importing.does}</span>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={isRunning || last?.status === 'RUNNING'}
          onClick={() => void run('okta.import-users', { application: label })}
        >
          {importing.now}
        </Button>
      </div>
      {error ? <Failed error={error} /> : null}
      {imports.error ? <Failed error={imports.error} retry={imports.retry} /> : null}
      <div role="status">{last ? <Last run={last} /> : null}</div>
    </FormSection>
  )
}

const SAID = {
  RUNNING: ['watch', importing.waits],
  DONE: ['good', importing.done],
  FAILED: ['bad', importing.failed],
} as const

function Last({ run }: { readonly run: ImportRun }) {
  const { status, started, ended, error } = run
  const [tone, text] = SAID[status]
  return (
    <>
      <div>
        <StatusBadge tone={tone}>{text}</StatusBadge> {instantText(ended ?? started)}
      </div>
      {error === undefined ? null : <div>{error}</div>}
      {status === 'DONE' ? importText(run).map((line) => <div key={line}>{line}</div>) : null}
    </>
  )
}
