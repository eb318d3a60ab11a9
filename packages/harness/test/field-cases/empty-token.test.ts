// Both ends of an empty secret token: Entra ID signs what it sends, and the receiver checks it by the keys of the tenant.
import { createEntraTenant } from '@scimulator/entra-sim'
import { createReceiver } from '@scimulator/receiver'
import { listen } from '@scimulator/shared/http'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { afterEach, expect, test } from 'vitest'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

async function provisioned(emptyTokenJwt: 'signed' | 'unsigned') {
  const schedule = createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
  const statuses = new Set<number>()
  const send: Send = async (request) => {
    const { method, url, headers, body = '' } = request
    const { origin, pathname, search } = new URL(url)
    const rawHeaders = headers.flat()
    const target = `${pathname}${search}`
    const answer = await receiver.scim({ method, target, rawHeaders, body: Buffer.from(body), baseUrl: origin })
    statuses.add(answer.status)
    return {
      request,
      startedAt: schedule.now(),
      durationMs: 0,
      response: { ...answer, headers: Object.entries(answer.headers) },
    }
  }
  const tenant = createEntraTenant({ schedule, ids: createSeededIds(1, 'entra'), send, switches: { emptyTokenJwt } })
  const { url, close } = await listen(tenant.handle, { port: 0 })
  closing.push(close)
  const metadataUrl = `${url}/${tenant.view.tenant.tenantId}/.well-known/openid-configuration`
  const sources = [{ token: 'secret' }]
  const receiver = createReceiver({ profile: 'rfc', schedule, sources, trustedIssuer: { metadataUrl } })
  const act = (verb: string, input: object) => tenant.control.verbs.get(verb)?.run(input)
  await act('create-user', { userPrincipalName: 'ana@contoso.example', displayName: 'Ana' })
  await act('create-app', { name: 'App' })
  await act('set-credentials', { tenantUrl: 'https://scim.example/scim/v2', secretToken: '' })
  await act('assign', { user: 'ana@contoso.example' })
  await act('start', {})
  return [...statuses].sort()
}

test('a signed token is let in, and the person is created', async () => {
  expect(await provisioned('signed')).toEqual([200, 201])
})

test('an unsigned one is refused', async () => {
  expect(await provisioned('unsigned')).toEqual([401])
})
