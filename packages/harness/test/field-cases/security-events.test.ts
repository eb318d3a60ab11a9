// What Entra ID writes, as whoever polls the receiver for security events sees it (RFC 9967).
import { createReceiver } from '@scimulator/receiver'
import { afterEach, expect, test } from 'vitest'
import { shippedPrograms } from '../../src/world/programs.ts'
import { type EntraEnd, openEntra, TENANT_URL } from './both-ends.ts'

const CYCLE_MS = 41 * 60_000
const opened: EntraEnd[] = []
afterEach(() => Promise.all(opened.splice(0).map((end) => end.close())))

async function provisioned(path: string) {
  const entra = await openEntra()
  opened.push(entra)
  const { schedule } = entra
  const receiver = createReceiver({
    profile: 'rfc',
    schedule,
    sources: [{ token: 'secret' }],
    securityEvents: 'notice',
  })
  entra.target = receiver
  await entra.act('set-credentials', { tenantUrl: `${TENANT_URL}${path}`, secretToken: 'secret' })
  await entra.act('assign', { user: 'ana@contoso.example' })
  await entra.act('start')
  const news = async (): Promise<readonly string[]> => {
    const rawHeaders = ['authorization', 'Bearer secret', 'content-type', 'application/json']
    const poll = async (body: object) =>
      receiver.scim({
        ...{ method: 'POST', target: '/scim/v2/SecurityEvents', rawHeaders, baseUrl: 'https://scim.example' },
        body: Buffer.from(JSON.stringify({ returnImmediately: true, ...body })),
      })
    const { sets } = JSON.parse((await poll({})).body) as { sets: Readonly<Record<string, string>> }
    await poll({ maxEvents: 0, ack: Object.keys(sets) })
    return Object.values(sets).flatMap((token) => {
      const { events } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
      return Object.keys(events).map((uri) => uri.replace('urn:ietf:params:scim:event:prov:', ''))
    })
  }
  const cycle = () => schedule.advanceTo(schedule.now() + CYCLE_MS)
  return { entra, news, cycle }
}

test.each(['', '?aadOptscim062020'])('a joiner, a change, a leaver, in the dialect of "%s"', async (path) => {
  const { entra, news, cycle } = await provisioned(path)
  expect(await news()).toEqual(['create:notice'])
  await entra.act('update-user', { user: 'ana@contoso.example', set: { jobTitle: 'Head' } })
  await cycle()
  expect(await news()).toEqual(['patch:notice'])
  await cycle()
  expect(await news()).toEqual([])
  await entra.act('unassign', { user: 'ana@contoso.example' })
  await cycle()
  expect(await news()).toEqual(['patch:notice', 'deactivate'])
})

const kind = (await shippedPrograms()).find(({ given }) => given === 'receiver')

test.each<[unknown, boolean]>([
  ['notice', true],
  ['full', true],
  [{ filter: 'active eq true', signed: false }, true],
  [{ payload: 'full' }, true],
  ['all', false],
  [{ filter: 'active eq' }, false],
  [{ filters: 'active pr' }, false],
  [true, false],
])('given: receiver: securityEvents: %j is taken: %s', (securityEvents, isTaken) => {
  expect(kind?.options.safeParse({ profile: 'rfc', securityEvents }).success).toBe(isTaken)
})
