import { FormSection } from '../../parts/form-section.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { useView } from '../../source/use-view.ts'
import { LOG_TONES } from '../logs/log-columns.tsx'
import { LogSteps, ModifiedProperties } from '../logs/log-steps.tsx'
import { actionWord } from '../logs/log-words.ts'
import { WireLinks } from '../logs/wire-links.tsx'
import { onDemandStep } from './on-demand-input.ts'

interface OnDemandResultProps {
  readonly name: string
  readonly action: string
  readonly status: string
  readonly changeId: string
}

/** What was found at each step, from the entry that it has in the provisioning logs. */
export function OnDemandResult({ name, action, status, changeId }: OnDemandResultProps) {
  const { data, error, retry } = useView('entra.provisioning-logs', { change: changeId })
  const entry = data?.items[0]?.value
  return (
    <FormSection title={name}>
      <div>
        <StatusBadge tone={LOG_TONES[status] ?? 'plain'}>{`${actionWord(action)}: ${status}`}</StatusBadge>
      </div>
      {error ? <Failed error={error} retry={retry} /> : null}
      {data || error ? null : <Loading what="the steps" />}
      {entry ? (
        <>
          <LogSteps steps={entry.provisioningSteps} wordOf={onDemandStep} isFolded />
          <ModifiedProperties entry={entry} />
          <WireLinks numbers={entry.exchanges ?? []} about={entry.sourceIdentity.displayName || entry.name} />
        </>
      ) : null}
    </FormSection>
  )
}
