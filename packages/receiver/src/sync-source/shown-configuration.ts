import type { Desk } from '../admin/desk.ts'
import type { SyncConfiguration, SyncSource } from './sync-source.ts'

/** A configuration for people: administrators by e-mail address, and member notification only where the page has it. */
export function shownConfiguration(
  desk: Desk,
  source: SyncConfiguration & Pick<SyncSource, 'kind' | 'organisation'>,
): Record<string, unknown> {
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
