// An event of the System Log as the API answers it (O709 to O713).
import type { Org } from '../plan/org.ts'
import type { LogEvent, Target } from '../values/log-event.ts'
import type { Json } from './operation.ts'

/** Names of the older Events API (O713). */
const LEGACY: Readonly<Record<string, string>> = {
  'application.provision.user.push': 'app.user_management.push_new_user',
  'application.provision.user.deactivate': 'app.user_management.deactivate_user',
  'application.provision.user.reactivate': 'app.user_management.reactivate_user',
  'application.provision.user.activate': 'app.user_management.activate_user',
  'application.provision.user.verify_exists': 'app.user_management.verified_user_with_thirdparty',
  'application.provision.user.deprovision': 'app.user_management.deprovision_task_complete',
  'application.provision.group_push.pushed': 'app.user_management.grouppush.pushed',
  'application.provision.group_push.removed': 'app.user_management.grouppush.removed',
  'application.provision.group_push.updated': 'app.user_management.grouppush.updated',
}

/** The one administrator that there is: who asked is not told apart. */
const ADMINISTRATOR = {
  ...{ id: '00u00000000000000000', type: 'User', alternateId: 'unknown', displayName: 'Administrator' },
  detailEntry: null,
}

export function renderLogEvent(event: LogEvent, org: Org): Json {
  const { uuid, outcome, transaction } = event
  return {
    actor: ADMINISTRATOR,
    client: { userAgent: null, zone: null, device: null, id: null, ipAddress: null, geographicalContext: null },
    authenticationContext: { authenticationStep: 0, externalSessionId: null },
    ...{ displayMessage: event.displayMessage, eventType: event.eventType },
    outcome: { result: outcome.result, reason: outcome.reason ?? null },
    ...{ published: event.published, severity: event.severity, uuid, version: event.version },
    securityContext: { asNumber: null, asOrg: null, isp: null, domain: null, isProxy: null },
    debugContext: { debugData: {} },
    legacyEventType: legacyOf(event),
    transaction: { type: transaction.type, id: uuid, detail: {} },
    request: { ipChain: [] },
    target: event.target.map((target) => renderTarget(target, org)),
  }
}

function legacyOf({ eventType, outcome }: LogEvent): string | null {
  if (eventType !== 'application.provision.user.push_profile') return LEGACY[eventType] ?? null
  return `app.user_management.push_profile_${outcome.result === 'SUCCESS' ? 'success' : 'failure'}`
}

function renderTarget({ id, type, displayName }: Target, org: Org): Json {
  const login = type === 'User' ? org.get('user', id)?.profile.login : undefined
  return { id, type, alternateId: login ?? 'unknown', displayName, detailEntry: null }
}
