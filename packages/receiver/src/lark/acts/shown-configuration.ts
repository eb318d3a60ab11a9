import type { SyncConfiguration, SyncSource } from '../values/sync-source.ts'
import type { Desk } from './desk.ts'

/** A configuration in the words of the page. */
export type ShownConfiguration = Partial<Pick<SyncConfiguration, 'memberNotification'>> &
  Omit<SyncConfiguration, 'memberNotification'>

/** A configuration for people: administrators by email address, and member notification only where the page has it. */
export function shownConfiguration(
  desk: Desk,
  source: SyncConfiguration & Pick<SyncSource, 'kind' | 'organisation'>,
): ShownConfiguration {
  const administrators = desk.profile.state.administrators(source.organisation)
  const told = source.administratorNotification.map((id) => administrators.find((one) => one.id === id)?.email ?? id)
  return {
    workforceTypeRules: source.workforceTypeRules,
    ...(source.kind === 'Entra ID' ? { memberNotification: source.memberNotification } : {}),
    memberDeletionRule: source.memberDeletionRule,
    administratorNotification: told,
    identifyingAttributes: source.identifyingAttributes,
  }
}
