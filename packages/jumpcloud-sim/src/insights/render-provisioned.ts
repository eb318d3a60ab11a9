import type { Application } from '../directory/application.ts'
import type { Provisioned } from '../directory/provisioned.ts'
import type { Push } from '../directory/push.ts'
import type { InsightsFacts } from './event.ts'
import { applicationName } from './render-directory-event.ts'
import { STATUS_CODES } from './status-codes.ts'

type ApplicationName = Pick<Application, 'id' | 'displayLabel'>

/** What Directory Insights says of something that was tried at the target. */
export function renderProvisioned(push: Push, application: ApplicationName, tried: Provisioned): InsightsFacts {
  const { type, success, error, response } = tried
  return {
    event_type: type,
    resource: resourceOf(push),
    application: applicationName(application),
    idm_client_id: application.id,
    initiated_by: { type: 'system', source: 'jumpcloud_provisioning' },
    success,
    ...(error === undefined ? {} : { error_message: error }),
    ...(response ? { message_chain: chainOf(response, success) } : {}),
  }
}

function resourceOf({ work }: Push): NonNullable<InsightsFacts['resource']> {
  if (work.kind === 'user') return { type: 'systemuser', id: work.user._id, username: work.user.username }
  return { type: 'user_group', id: work.groupId, name: work.name }
}

function chainOf({ status, body }: NonNullable<Provisioned['response']>, success: boolean) {
  return {
    response_code: String(status),
    response_message: STATUS_CODES[status] ?? '',
    message_details: success ? '' : body,
  }
}
