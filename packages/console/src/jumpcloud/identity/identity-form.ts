// The form of the tab Identity Management: what is saved, what is sent. Pure; what may be saved is the program's to say.
import type { Views } from '../../source/source.ts'

export type Connector = Views['jumpcloud.connector']

export interface IdentityForm {
  readonly apiType: string
  readonly scimVersion: string
  readonly baseUrl: string
  /** Empty: the saved one stays. */
  readonly token: string
  readonly testUserEmail: string
  readonly groupManagement: boolean
}

/** The console begins with group management on. */
const EMPTY: IdentityForm = {
  apiType: 'SCIM API',
  scimVersion: '2.0',
  baseUrl: '',
  token: '',
  testUserEmail: '',
  groupManagement: true,
}

export function formOf(connector: Connector | undefined): IdentityForm {
  if (connector === undefined) return EMPTY
  const { apiType, scimVersion, baseUrl, testUserEmail, groupManagement } = connector
  return { apiType, scimVersion, baseUrl, token: '', testUserEmail, groupManagement }
}

/** The input of configure-scim. What the form does not show is sent as it is saved, so that it stays. */
export function settingsOf(application: string, form: IdentityForm, connector: Connector | undefined): object {
  const { token, ...rest } = form
  const kept = connector
    ? { syncPassword: connector.syncPassword, excludedAttributes: connector.excludedAttributes }
    : {}
  return { application, ...rest, ...(token === '' ? {} : { token }), ...kept }
}
