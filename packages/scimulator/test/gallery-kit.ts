// `entra up` and `receiver up` as Microsoft's validation kit for the app gallery finds them: an application that is connected, Graph with a
// token of its own, and the endpoint's SCIM.
import type { ChildProcess } from 'node:child_process'
import type { Response } from 'supertest'
import { startCommand } from './command.ts'

/** What the kit reads of a body is different for each request. */
export type Reply = Pick<Response, 'status' | 'body'>

type Ask = (method: string, path: string, body?: object) => Promise<Reply>

export interface GalleryKit {
  readonly graph: Ask
  readonly beta: Ask
  readonly scim: Ask
  /** Of the receiver: its origin. */
  readonly endpoint: string
  readonly app: string
  readonly job: string
  readonly jobPath: string
  readonly synchronization: string
  /** A user or group of the tenant, assigned. */
  user(name: string, more?: object): Promise<string>
  group(name: string): Promise<string>
  assign(kind: 'users' | 'groups', id: string): Promise<string>
  cycle(): Promise<void>
  /** The newest entry of an action about an object, as the workflows ask for it. */
  logged(id: string, action: string): Promise<Reply['body']>
  /** The one that a filter yields; undefined when nobody. */
  find(path: '/Users' | '/Groups', filter: string): Promise<Reply['body']>
}

export const CLIENT = { id: 'kit', secret: 'kit-secret' }
const TOKEN = 'secret'
const MINUTE_MS = 60_000
const NON_GALLERY = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'

/** Starts a program, and says where it is. */
export async function startProgram(running: ChildProcess[], ...args: readonly string[]): Promise<string> {
  const { child, firstLine } = startCommand([...args, '--port', '0'])
  running.push(child)
  const line = await firstLine
  return (/at (http:\/\/[^/ ]+)/.exec(line)?.[1] ?? line).replace(/[;,]$/, '')
}

export async function ask(url: string, method: string, headers: object, body?: object): Promise<Reply> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(url, { method, headers: { 'content-type': 'application/json', ...headers }, ...sent })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}

/** Graph of `entra up`; cycles take longer than a token lives, so that each call has one of its own. */
export function graphOf(entra: string, version: string): Ask {
  return async (method, path, body) => {
    const form = {
      grant_type: 'client_credentials',
      client_id: 'kit',
      client_secret: 'kit-secret',
      scope: 'x/.default',
    }
    const granted = await fetch(`${entra}/contoso.example/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    })
    const { access_token: token } = (await granted.json()) as { access_token: string }
    return ask(`${entra}/${version}${path}`, method, { authorization: `Bearer ${token}` }, body)
  }
}

export async function openGalleryKit(running: ChildProcess[]): Promise<GalleryKit> {
  const [entra, endpoint] = await Promise.all([
    startProgram(running, 'entra', 'up', '--clock', 'virtual', '--client-id', 'kit', '--client-secret', 'kit-secret'),
    startProgram(running, ...['receiver', 'up', '--profile', 'rfc', '--token', TOKEN], '--client', 'kit:kit-secret'),
  ])
  const [graph, beta] = [graphOf(entra, 'v1.0'), graphOf(entra, 'beta')]
  const scim: Ask = (method, path, body) =>
    ask(`${endpoint}/scim/v2${path}`, method, { authorization: `Bearer ${TOKEN}` }, body)
  const made = await graph('POST', `/applicationTemplates/${NON_GALLERY}/instantiate`, { displayName: 'Kit' })
  const app: string = made.body.servicePrincipal.id
  const synchronization = `/servicePrincipals/${app}/synchronization`
  await beta('PATCH', `${synchronization}/connectivityParameters`, {
    value: [
      { key: 'authenticationType', value: 'AuthenticationToken' },
      { key: 'baseAddress', value: `${endpoint}/scim/v2?aadOptscim062020` },
      { key: 'secretToken', value: TOKEN },
    ],
  })
  const job: string = (await graph('POST', `${synchronization}/jobs`, { templateId: 'isvonboarding' })).body.id
  const jobPath = `${synchronization}/jobs/${job}`
  const [role] = (await graph('GET', `/servicePrincipals/${app}?$select=appRoles`)).body.appRoles
  const assign: GalleryKit['assign'] = async (kind, id) => {
    const body = { principalId: id, resourceId: app, appRoleId: role.id }
    return (await graph('POST', `/${kind}/${id}/appRoleAssignments`, body)).body.id
  }
  const cycle = async (): Promise<void> => {
    const { now } = (await ask(`${entra}/_scimulator/clock`, 'GET', {})).body
    await ask(`${entra}/_scimulator/clock`, 'POST', {}, { to: now + 41 * MINUTE_MS })
  }
  await graph('POST', `${jobPath}/start`)
  return {
    ...{ graph, beta, scim, endpoint, app, job, jobPath, synchronization, assign, cycle },
    async user(name, more = {}) {
      const userPrincipalName = `${name}@contoso.example`
      const passwordProfile = { password: 'xWwvJ]6NMw+bWH-d' }
      const body = { accountEnabled: true, displayName: name, mailNickname: name, userPrincipalName, passwordProfile }
      return (await graph('POST', '/users', { ...body, ...more })).body.id
    },
    async group(displayName) {
      const body = { displayName, mailEnabled: false, mailNickname: displayName, securityEnabled: true }
      return (await graph('POST', '/groups', body)).body.id
    },
    async logged(id, action) {
      const filter = `jobId eq '${job}' and servicePrincipal/id eq '${app}' and sourceIdentity/id eq '${id}' and provisioningAction eq '${action}'`
      const query = `$top=1&$orderby=activityDateTime%20desc&$filter=${encodeURIComponent(filter)}`
      return (await graph('GET', `/auditLogs/provisioning?${query}`)).body.value[0]
    },
    async find(path, filter) {
      return (await scim('GET', `${path}?filter=${encodeURIComponent(filter)}`)).body.Resources[0]
    },
  }
}
