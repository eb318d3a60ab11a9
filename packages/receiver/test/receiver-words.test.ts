// The words of any receiver, whichever profile it has.
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import request from 'supertest'
import { expect, test } from 'vitest'
import { createReceiver } from '../src/receiver.ts'

const receiverOf = (profile: 'lark' | 'rfc') =>
  createReceiver({
    profile,
    schedule: createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z')),
    ids: createSeededIds(1, 'receiver'),
    publicUrl: 'http://receiver.example',
  })

test.each(['lark', 'rfc'] as const)(
  'add-source gives access at %s, and sources shows it without the token',
  async (profile) => {
    const { control, handle } = receiverOf(profile)
    const added = await control.verbs.get('add-source')?.run({ kind: 'Entra ID', name: 'HQ', activate: true })
    const { url, token } = added as { url: string; token: string }
    const answer = await request(handle)
      .get(`${url.replace('http://receiver.example', '')}/Users`)
      .set('Authorization', `Bearer ${token}`)
    expect(answer.status).toBe(200)
    const items = (await control.views.get('sources')?.read({})) ?? []
    expect(items).toEqual([{ key: 'HQ', value: { name: 'HQ', organisation: 'default', status: 'active', url } }])
  },
)

test('sources of one name are told apart', async () => {
  const { control } = receiverOf('rfc')
  for (const organisation of ['default', 'default', 'branch']) {
    await control.verbs.get('add-source')?.run({ kind: 'JumpCloud', as: { lark: { organisation } } })
  }
  const keys = (await control.views.get('sources')?.read({}))?.map(({ key }) => key)
  expect(keys).toEqual(['SCIM client', 'SCIM client 2', 'SCIM client (branch)'])
})

test.each([
  [{}, []],
  [{ memberDeletionRule: 'deactivate', memberNotification: false, identifyingAttributes: ['email'] }, []],
  [{ tokenLifetime: '52w 1d' }, []],
  [{ organisation: 'default' }, []],
  [{ tokenLifetime: '2h' }, ['as.lark.tokenLifetime']],
  [
    { memberDeletionRule: 'delete', identifyingAttributes: ['email', 'mobile'] },
    ['as.lark.memberDeletionRule', 'as.lark.identifyingAttributes'],
  ],
  [{ as: 'log@c.example', organisation: 'branch' }, ['as.lark.as', 'as.lark.organisation']],
])('of as.lark %j, %j is what only Lark can be told', (lark, inputs) => {
  const verb = receiverOf('lark').control.verbs.get('add-source')
  const found = verb?.needs?.({ kind: 'Entra ID', as: { lark } }) ?? []
  expect([...found].map(({ input }) => input).sort()).toEqual([...inputs].sort())
  expect(found.every(({ product }) => product === 'lark')).toBe(true)
})

test.each(['lark', 'rfc'] as const)('behaviour of %s tells which deviations are on', async (profile) => {
  const { control } = receiverOf(profile)
  await control.verbs.get('set-deviations')?.run({ deviations: ['integer-ids', 'slow=2s'] })
  const items = (await control.views.get('behaviour')?.read({})) ?? []
  const on = items.filter(({ value }) => value.isOn).map(({ key, value }) => [key, value.pauseMs])
  expect(on.sort()).toEqual([
    ['integer-ids', undefined],
    ['slow', 2_000],
  ])
})

test('the vocabulary of Lark exists with its profile only', () => {
  expect(receiverOf('lark').controls.map(({ name }) => name)).toEqual(['receiver', 'lark'])
  expect(receiverOf('rfc').controls.map(({ name }) => name)).toEqual(['receiver'])
})

test.each([
  ['lark', 'receiver', 200],
  ['lark', 'lark', 200],
  ['rfc', 'receiver', 200],
  ['rfc', 'lark', 404],
] as const)('the control surface of profile %s under /_scimulator/%s is answered %i', async (profile, name, status) => {
  const { handle } = receiverOf(profile)
  const answer = await request(handle)
    .post(`/_scimulator/${name}/verbs/set-deviations`)
    .set('Host', 'localhost')
    .send({ deviations: ['integer-ids'] })
  expect(answer.status).toBe(status)
  expect((await request(handle).get('/_scimulator/views/sources').set('Host', 'localhost')).status).toBe(200)
})
