// What the provisioning log has recorded of the exchange that is looked at, and what was recorded of the same attributes since. Pure.
import type { RecordedEntry } from '../parts/provider.ts'
import type { Views } from '../source/source.ts'

type Entry = Pick<Views['entra.provisioning-logs'], 'exchanges' | 'modifiedProperties' | 'provisioningSteps'>

/** @param entries of one object, the newest first */
export function recordedIn(entries: readonly Entry[], seq: number): RecordedEntry | undefined {
  const at = entries.findIndex(({ exchanges }) => exchanges.includes(seq))
  const entry = entries[at]
  if (entry === undefined) return undefined
  const scope = entry.provisioningSteps.find(({ provisioningStepType: type }) => type === 'scoping')
  const later = entries.slice(0, at).flatMap(({ modifiedProperties }) => modifiedProperties)
  return {
    scope: scope?.description,
    values: entry.modifiedProperties.map(({ displayName, oldValue, newValue }) => {
      const since = later.find((one) => one.displayName === displayName)
      const today = since && since.newValue !== newValue ? since.newValue : undefined
      return { attribute: displayName, old: oldValue, sent: newValue, today }
    }),
  }
}
