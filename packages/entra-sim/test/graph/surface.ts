// A tenant over plain HTTP with one client that has signed in, and the calls that most tests begin with.
import { createServer } from 'node:http'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import request from 'supertest'
import { registerClient } from '../../src/sign-in/index.ts'
import { createEntraTenant } from '../../src/tenant.ts'
import { createResponder } from '../engine/scim-responder.ts'

export const START = Date.parse('2026-01-05T08:00:00Z')
export const NON_GALLERY = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'
export const NOBODY = '00000000-0000-4000-8000-000000000000'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
export type Surface = Awaited<ReturnType<typeof openSurface>>

export async function openSurface() {
  const schedule = createVirtualSchedule(START)
  const target = createResponder(schedule)
  const clients = [registerClient('client', 'secret')]
  const tenant = createEntraTenant({ schedule, ids: createSeededIds(1, 'entra'), send: target.send, clients })
  const server = createServer(tenant.handle)
  const form = { grant_type: 'client_credentials', client_id: 'client', client_secret: 'secret', scope: 'x/.default' }
  const signedIn = await request(server).post('/contoso.example/oauth2/v2.0/token').type('form').send(form)
  const token: string = signedIn.body.access_token

  const call = (method: Method, path: string) => request(server)[method](path).set('Authorization', `Bearer ${token}`)
  const graph = (method: Method, path: string, body?: object) => {
    const asked = call(method, `/v1.0${path}`)
    return body === undefined ? asked : asked.send(body)
  }
  const user = async (name: string, more: object = {}): Promise<string> => {
    const userPrincipalName = `${name}@contoso.example`
    const passwordProfile = { password: 'xWwvJ]6NMw+bWH-d' }
    const body = {
      ...{ accountEnabled: true, displayName: name, mailNickname: name, userPrincipalName, passwordProfile },
      ...more,
    }
    return (await graph('post', '/users', body)).body.id
  }
  const group = async (displayName: string, more: object = {}): Promise<string> => {
    const body = { displayName, mailEnabled: false, mailNickname: displayName, securityEnabled: true, ...more }
    return (await graph('post', '/groups', body)).body.id
  }
  const app = async ({ hasCredentials = true } = {}) => {
    const made = await graph('post', `/applicationTemplates/${NON_GALLERY}/instantiate`, { displayName: 'Lark' })
    const { id, appId, appRoles } = made.body.servicePrincipal
    const value = [
      { key: 'BaseAddress', value: 'https://scim.example/scim/v2' },
      { key: 'SecretToken', value: 't' },
      { key: 'SyncAll', value: 'true' },
    ]
    if (hasCredentials) await graph('put', `/servicePrincipals/${id}/synchronization/secrets`, { value })
    const job = await graph('post', `/servicePrincipals/${id}/synchronization/jobs`, { templateId: 'scim' })
    const jobPath = `/servicePrincipals/${id}/synchronization/jobs/${job.body.id}`
    const schema = await graph('get', `${jobPath}/schema`)
    const ruleId: string = schema.body.synchronizationRules[0].id
    return { id: String(id), appId: String(appId), roleId: String(appRoles[0].id), jobPath, ruleId }
  }
  return { schedule, target, tenant, server, token, call, graph, user, group, app }
}
