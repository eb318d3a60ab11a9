// Both ends of workload identity federation: Entra ID signs an assertion, the receiver checks it by the tenant's keys and gives a token for it.
import { createReceiver, type ReceiverOptions } from '@scimulator/receiver'
import { createVirtualSchedule, MINUTE_MS } from '@scimulator/shared/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import { type EntraEnd, openEntra, START, TENANT_URL } from './both-ends.ts'

const opened: EntraEnd[] = []
afterEach(() => Promise.all(opened.splice(0).map((end) => end.close())))

interface Setting {
  readonly switches?: Readonly<Record<string, unknown>>
  /** How much later it is at the receiver, in minutes. */
  readonly skew?: number
  readonly values?: object
  readonly receiver?: ReceiverOptions
}

async function federated({ switches = {}, skew, values = {}, receiver = {} }: Setting = {}) {
  const entra = await openEntra(switches)
  opened.push(entra)
  const shown = (await entra.view('federation')).App as Record<'issuer' | 'subject' | 'audience' | 'jwksPath', string>
  const { jwksPath, ...copied } = shown
  entra.target = createReceiver({
    profile: 'rfc',
    schedule: skew === undefined ? entra.schedule : createVirtualSchedule(START + skew * MINUTE_MS),
    sources: [{ token: 'secret' }],
    federation: { id: 'entra', jwksUrl: `${entra.url}${jwksPath}`, ...copied, ...values },
    ...receiver,
  })
  const workloadIdentity = { tokenEndpoint: 'https://scim.example/oauth2/token', clientId: 'entra' }
  await entra.act('set-credentials', { tenantUrl: TENANT_URL, workloadIdentity })
  await entra.act('assign', { user: 'ana@contoso.example' })
  return entra
}

const people = async ({ target }: EntraEnd) => {
  const rawHeaders = ['authorization', 'Bearer secret']
  const asked = {
    method: 'GET',
    target: '/scim/v2/Users',
    rawHeaders,
    body: Buffer.alloc(0),
    baseUrl: 'https://scim.example',
  }
  const answer = await target?.scim(asked)
  return JSON.parse(String(answer?.body)).totalResults
}

const tokens = ({ answers }: EntraEnd) => answers.filter((answer) => answer.includes('/oauth2/token'))

test.each(['appIdUri', 'appIdUriDefault', 'clientId'])(
  'what the page shows is what the target has to know, whatever the audience looks like: %s',
  async (wifAudience) => {
    const entra = await federated({ switches: { wifAudience } })
    await entra.act('start')
    expect(tokens(entra)).toEqual(['POST /oauth2/token 200'])
    expect(await people(entra)).toBe(1)
  },
)

describe('nobody is provisioned where the target', () => {
  test.each<[what: string, setting: Setting]>([
    ['was given another form of the audience', { values: { audience: 'api://other/.default' } }],
    ['trusts another tenant', { values: { issuer: 'https://login.microsoftonline.com/other/v2.0' } }],
    ['expects another subject', { values: { subject: 'someone' } }],
    ['knows the client by another id', { values: { id: 'other' } }],
    ['has a clock that is six minutes behind', { skew: -6 }],
    ['has a clock that is 71 minutes ahead', { skew: 71 }],
  ])('%s', async (_what, setting) => {
    const entra = await federated(setting)
    await expect(entra.act('test-connection')).rejects.toThrow('invalid_client')
    await entra.act('start')
    expect(new Set(entra.answers)).toEqual(new Set(['POST /oauth2/token 401']))
    expect(await people(entra)).toBe(0)
  })
})

test.each([-4, 4, 69])('a clock that is %i minutes off is borne', async (skew) => {
  const entra = await federated({ skew })
  await entra.act('start')
  expect(await people(entra)).toBe(1)
})

test('a signing key that is rolled is found by the next assertion, without anybody setting anything', async () => {
  const entra = await federated()
  await entra.act('start')
  await entra.act('roll-signing-key')
  await entra.act('create-user', { userPrincipalName: 'bo@contoso.example', displayName: 'Bo' })
  await entra.act('assign', { user: 'bo@contoso.example' })
  await entra.schedule.advanceTo(START + 40 * MINUTE_MS)
  expect(tokens(entra)).toEqual(['POST /oauth2/token 200', 'POST /oauth2/token 200'])
  expect(await people(entra)).toBe(2)
})

test('a token that expires before the next cycle is replaced by another assertion', async () => {
  const receiver = { accessTokenLifetimeMs: 30 * MINUTE_MS }
  const entra = await federated({ switches: { tokenFetch: 'whenExpired' }, receiver })
  await entra.act('start')
  await entra.act('update-user', { user: 'ana@contoso.example', set: { jobTitle: 'Lead' } })
  await entra.schedule.advanceTo(START + 40 * MINUTE_MS)
  expect(tokens(entra)).toHaveLength(2)
  expect(entra.answers.filter((answer) => answer.endsWith('401'))).toEqual([])
})

test('tokens that the target forgets in the middle of a cycle are fetched anew, and nobody is lost', async () => {
  const entra = await federated()
  await entra.act('create-user', { userPrincipalName: 'bo@contoso.example', displayName: 'Bo' })
  await entra.act('assign', { user: 'bo@contoso.example' })
  const { target } = entra
  if (target === undefined) throw new Error('There is no target.')
  let created = 0
  const scim: typeof target.scim = async (request) => {
    const answer = await target.scim(request)
    // A restore forgets the access tokens and nothing else.
    if (answer.status === 201 && ++created === 1) target.restore(target.snapshot())
    return answer
  }
  entra.target = { ...target, scim }
  await entra.act('start')
  expect(entra.answers.filter((answer) => answer.endsWith('401'))).toHaveLength(1)
  expect(tokens(entra)).toHaveLength(2)
  expect(await people(entra)).toBe(2)
})
