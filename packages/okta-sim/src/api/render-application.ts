import type { Application } from '../values/application.ts'
import type { Json } from './operation.ts'

/** The name under which a template of the catalogue stands in logs (O107). */
export const CATALOGUE_NAME = 'scim2headerauth'

/** The definition that an application is an instance of: one's own has one to itself. */
export function applicationName({ kind, label }: Pick<Application, 'kind' | 'label'>): string {
  if (kind === 'catalogue') return CATALOGUE_NAME
  return `scimulator_${label.toLowerCase().replace(/[^a-z0-9]+/g, '')}_1`
}

/** The user name at the application, as Okta writes it. */
const LOGIN = ['$', '{source.login}'].join('')

/** An application as the API answers (O921, O923, O933). */
export function renderApplication(application: Application, origin: string): Json {
  const { id, label, status, created, lastUpdated, signOnMode = 'SAML_2_0' } = application
  const self = `${origin}/api/v1/apps/${id}`
  return {
    ...{ id, name: applicationName(application), label, status },
    ...{ lastUpdated: lastUpdated ?? null, created: created ?? null },
    accessibility: { selfService: false, errorRedirectUrl: null, loginRedirectUrl: null },
    visibility: { autoLaunch: false, autoSubmitToolbar: false, hide: { iOS: false, web: false }, appLinks: {} },
    features: featuresOf(application),
    signOnMode,
    credentials: { userNameTemplate: { template: LOGIN, type: 'BUILT_IN' }, signing: {} },
    settings: { app: {} },
    _links: { self: { href: self }, users: { href: `${self}/users` }, groups: { href: `${self}/groups` } },
  }
}

function featuresOf({ kind, connection, features }: Application): readonly string[] {
  if (!connection) return []
  return [
    ...(kind === 'wizard' ? ['SCIM_PROVISIONING'] : []),
    ...['GROUP_PUSH', 'IMPORT_NEW_USERS', 'IMPORT_PROFILE_UPDATES'],
    ...(features.createUsers ? ['PUSH_NEW_USERS'] : []),
    ...(features.updateUsers ? ['PUSH_PROFILE_UPDATES'] : []),
    ...(features.deactivateUsers ? ['PUSH_USER_DEACTIVATION', 'REACTIVATE_USERS'] : []),
  ]
}
