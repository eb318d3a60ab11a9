// Lists with one entry, whose name is markup.
import type { ServedWorld } from './served-world.ts'

export const OF_LISTS = /\/_scimulator\/(receiver|lark|entra|jumpcloud|okta)\/views\/[^?]*\?.*offset=/
/** Markup, right-to-left, a picture of several signs, and a word that no line of a telephone holds. */
export const NAME = `<img src=x onerror=alert(1)> \u05d3\u05e0\u05d4 \u{1f469}\u200d\u{1f680} ${'Donaudampfschiff'.repeat(4)}`
const KEY = encodeURIComponent(NAME)
const ENTRA_USER = 'one@nobody.example'

/** Pages that are a list, and what they count. */
export const ONE_OF_EACH: readonly (readonly [path: string, counted?: string])[] = [
  ['/lark/members?open=one%40nobody.example'],
  [`/lark/departments?open=${KEY}`],
  [`/lark/user-groups?open=${KEY}`],
  [`/lark/deleted-members?q=onerror`],
  [`/lark/sync-log?object=department&open=1`],
  ['/lark/administrators?q=onerror'],
  ['/lark/messages?kind=sync+failure&open=1'],
  ['/jumpcloud/users?open=one'],
  [`/jumpcloud/groups?open=${KEY}`],
  [`/jumpcloud/sso?open=${KEY}`],
  [`/jumpcloud/sso/application?application=${KEY}&tab=groups`, '0 users'],
  ['/jumpcloud/insights?eventType=group_create&open=2'],
  ['/okta/people?open=one%40nobody.example'],
  [`/okta/groups?open=${KEY}`],
  [`/okta/apps?open=${KEY}`],
  [`/okta/apps/${KEY}/assignments?open=one%40nobody.example`],
  [`/okta/apps/${KEY}/push-groups?open=${KEY}`],
  ['/okta/system-log?q=user.lifecycle.create&open=1'],
  ['/okta/tasks?q=Automatic+provisioning'],
  ['/lark/admin-log?open=1'],
  ['/entra/apps?q=onerror'],
  // One more is in the bin.
  ['/entra/users?open=one%40nobody.example', '2 entries'],
  [`/entra/groups?open=${KEY}`],
  ['/entra/deleted-users?q=onerror'],
  [`/entra/apps/${KEY}/assignments?open=${KEY}`],
  [`/entra/groups/${KEY}/members`],
  [`/entra/users/${ENTRA_USER}/memberships`],
  [`/entra/users/${ENTRA_USER}/applications?open=${KEY}`],
  [`/entra/apps/${KEY}/audit?q=role+assignment`],
  ['/entra/audit-logs?q=role+assignment'],
  [`/entra/apps/${KEY}/logs`],
  ['/entra/mails?q=onerror&open=1'],
  ['/wire', '1 exchange'],
]

/** An application that writes a mail, and is gone afterwards. */
async function quarantined(name: string, { act, receiverUrl }: ServedWorld): Promise<void> {
  const app = `Refused ${name}`
  await act('entra.create-app', { name: app })
  await act('entra.set-settings', { app, notificationEmail: 'admin@nobody.example' })
  await act('entra.set-credentials', { app, tenantUrl: `${receiverUrl}/scim/v2`, secretToken: 'no' })
  await act('entra.start', { app })
  await act('entra.run-cycle', { app })
  await act('entra.delete-app', { app })
}

/** One member, department, user group, deleted member and administrator; one user, group and application of each provider. */
export async function onlyOne(served: ServedWorld): Promise<void> {
  const { act, send, receiverUrl } = served
  const source = Object(await act('receiver.add-source', { kind: 'JumpCloud', name: NAME, activate: true }))
  const post = (path: string, body: object) =>
    fetch(`${source.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${source.token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify(body),
    })
  const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
  const user = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise], userName: 'one@nobody.example' }
  const emails = [{ type: 'work', value: user.userName }]
  await post('/Users', { ...user, emails, displayName: NAME, title: NAME, [enterprise]: { department: NAME } })
  await post('/Users', { ...user, userName: NAME, emails: [] })
  await post('/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: NAME, members: [] })
  await act('lark.add-member', { name: NAME, email: 'gone@nobody.example' })
  await act('lark.delete-member', { member: 'gone@nobody.example' })
  await act('lark.add-administrator', { name: NAME, email: 'log@nobody.example' })
  await act('jumpcloud.create-user', { username: 'one', email: user.userName, firstname: NAME, lastname: NAME })
  await act('jumpcloud.create-group', { name: NAME })
  await act('jumpcloud.create-application', { displayLabel: NAME, identityManagement: true })
  const names = { firstName: NAME, lastName: NAME, displayName: NAME }
  await act('okta.create-user', { login: user.userName, email: user.userName, ...names })
  await act('okta.create-group', { name: NAME, description: NAME })
  await act('okta.add-member', { group: NAME, user: user.userName })
  await act('okta.create-application', { label: NAME })
  await act('okta.configure-scim', { baseUrl: `${receiverUrl}/scim/v2`, token: 'no' })
  // Nobody takes the token: a task.
  await act('okta.assign-group', { group: NAME })
  await act('okta.push-group', { group: NAME })
  await act('entra.create-user', { userPrincipalName: ENTRA_USER, displayName: NAME })
  await act('entra.create-user', { userPrincipalName: 'bin@nobody.example', displayName: NAME })
  await act('entra.delete-user', { user: 'bin@nobody.example' })
  await act('entra.create-group', { name: NAME, members: [ENTRA_USER] })
  await act('entra.create-app', { name: NAME })
  await act('entra.set-credentials', { app: NAME, tenantUrl: source.url, secretToken: source.token })
  await quarantined(NAME, served)
  // Assigned to nothing yet, so that one entry of the log is all that comes of it.
  await act('entra.provision-on-demand', { app: NAME, user: ENTRA_USER })
  await act('entra.assign', { app: NAME, group: NAME })
  await act('world.clear-traffic')
  const url = `${receiverUrl}/scim/v2/Users?filter=${encodeURIComponent(`userName eq "${NAME}"`)}`
  await send({ method: 'GET', url, headers: [] })
}
