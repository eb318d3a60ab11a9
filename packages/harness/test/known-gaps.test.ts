// What is known not to be here, by name. When one of these turns red it has begun to work: take it off the list, and say on the fidelity page
// what it does.
import { createEntraTenant, registerClient } from '@scimulator/entra-sim'
import { createJumpCloudOrg } from '@scimulator/jumpcloud-sim'
import { createReceiver } from '@scimulator/receiver'
import { type Listening, listen } from '@scimulator/shared/http'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KNOWN_GAPS } from '../src/catalogue/known-gaps.ts'

const START = Date.parse('2026-01-05T08:00:00Z')
const schedule = createVirtualSchedule(START)
const send = async (): Promise<never> => {
  throw new Error('Nothing is sent here.')
}
const tenant = createEntraTenant({
  ...{ schedule, send, ids: createSeededIds(1, 'entra'), clients: [registerClient('client', 'secret')] },
})
const org = createJumpCloudOrg({ schedule, send, ids: createSeededIds(1, 'jumpcloud') })
const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }], securityEvents: 'full' })

const listening: Listening[] = []
let [graphUrl, scimUrl, token] = ['', '', '']
beforeAll(async () => {
  listening.push(await listen(tenant.handle), await listen(receiver.handle))
  ;[graphUrl = '', scimUrl = ''] = listening.map(({ url }) => url)
  const body = new URLSearchParams({
    ...{ grant_type: 'client_credentials', client_id: 'client', client_secret: 'secret', scope: 'x/.default' },
  })
  const granted = await fetch(`${graphUrl}/contoso.example/oauth2/v2.0/token`, { method: 'POST', body })
  token = ((await granted.json()) as { access_token: string }).access_token
})
afterAll(() => Promise.all(listening.map(({ close }) => close())))

const graph = (method: string, path: string) =>
  fetch(`${graphUrl}/v1.0${path}`, {
    ...{ method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } },
    ...(method === 'POST' ? { body: '{}' } : {}),
  })
const isThere = async (method: string, path: string) => ![404, 405].includes((await graph(method, path)).status)

const scim = (method: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${scimUrl}${path}`, {
    ...{ method, body: '{"userName":"ana"}' },
    headers: { authorization: 'Bearer secret', 'content-type': 'application/scim+json', ...headers },
  })

/** Whether the gap is closed. */
const BEGINS: Readonly<Record<string, () => Promise<boolean>>> = {
  'account-discovery': async () =>
    tenant.control.verbs.has('discover-identities') || isThere('GET', '/reports/correlations'),
  'acquire-access-token': () => isThere('POST', '/servicePrincipals/x/synchronization/acquireAccessToken'),
  invitations: () => isThere('POST', '/invitations'),
  'throttling-of-graph': async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => graph('GET', '/users')))
    return answers.some(({ status }) => status !== 200)
  },
  'on-premises-agent': () => isThere('GET', '/onPremisesPublishingProfiles/provisioning/agents'),
  'asynchronous-requests': async () => {
    const answer = await scim('POST', '/scim/v2/Users', { prefer: 'respond-async' })
    return answer.status !== 201 || answer.headers.has('set-txn')
  },
  'pushed-events': async () => (await scim('POST', '/scim/v2/SecurityEvents/streams')).status !== 404,
  'scim-1.1': async () => {
    const { verbs } = org.control
    await verbs.get('create-application')?.run({ displayLabel: 'App' })
    const form = { application: 'App', baseUrl: 'https://scim.example', token: 't', testUserEmail: 't@contoso.example' }
    const told = await Promise.resolve(verbs.get('configure-scim')?.run({ ...form, scimVersion: '1.1' })).then(
      () => '',
      (error: Error) => error.message,
    )
    return !told.includes('SCIM Version 1.1 is not simulated')
  },
}

test('Graph answers whoever is signed in', async () => expect((await graph('GET', '/users')).status).toBe(200))

test('each gap has a question', () => expect(Object.keys(BEGINS)).toEqual(Object.keys(KNOWN_GAPS)))

test.each(Object.entries(KNOWN_GAPS))('%s is still a gap: %s', async (name) => {
  expect(await BEGINS[name]?.()).toBe(false)
})
