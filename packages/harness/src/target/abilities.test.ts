import { createReceiver } from '@scimulator/receiver'
import type { Exchange } from '@scimulator/shared/provisioning'
import { describe, expect, test } from 'vitest'
import { learnTraits, type Question, type Traits, traitLines } from './abilities.ts'

/** What is learnt of an endpoint that answers so. */
async function learn(answer: (question: Question) => Promise<Exchange['response']>): Promise<Traits> {
  const conversation = learnTraits()
  let step = conversation.next()
  while (!step.done) {
    const { method, path, body } = step.value
    const request = { method, url: `http://x.example${path}`, headers: [] }
    const response = await answer({ method, path, ...(body === undefined ? {} : { body }) })
    step = conversation.next({ request, startedAt: 0, durationMs: 0, ...(response ? { response } : {}) } as Exchange)
  }
  return step.value
}

type Answer = Exchange['response']

const json = (status: number, body: unknown): Answer => ({ status, headers: [], body: JSON.stringify(body) })

test('our plain receiver is learnt over its own answers', async () => {
  const token = 'a-token-for-the-question'
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token }] })
  const { url, close } = await receiver.listen({ port: 0 })
  const traits = await learn(async ({ method, path, body }) => {
    const answer = await fetch(`${url}/scim/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: answer.status, headers: [], body: await answer.text() }
  })
  await close()
  expect([...traits.abilities].sort()).toEqual([
    'delete',
    'filter-email',
    'filter-external-id',
    'filter-group-external-id',
    'filter-title',
    'folded-slashes',
    'groups',
    'hundred-a-page',
    'nested-groups',
    'put',
    'unique-group-names',
    'users-without-email',
  ])
  expect(traits).toMatchObject({
    patchAnswer: 200,
    idForm: 'UUIDs',
    unknownAttributes: 'dropped',
    requiresEmail: false,
  })
  expect(traitLines(traits)).toContain('group names are unique')
})

test('an endpoint of another kind is learnt as it is', async () => {
  let id = 0
  const deleted = new Set<string>()
  const traits = await learn(async ({ method, path, body }) => {
    if (path === '/ServiceProviderConfig') return json(200, { filter: { maxResults: 50 } })
    if (method === 'POST' && path === '/Users') {
      if (body && 'scimulatorUnknown' in body) return json(400, {})
      if (body && !('emails' in body)) return json(400, {})
      id += 1
      return json(201, { ...body, id })
    }
    if (method === 'PATCH') return { status: 204, headers: [], body: '' }
    if (method === 'PUT') return json(501, {})
    if (method === 'DELETE') deleted.add(path)
    if (method === 'DELETE') return { status: 204, headers: [], body: '' }
    if (deleted.has(path)) return json(200, { id: '1', active: false })
    return json(404, {})
  })
  expect([...traits.abilities]).toEqual(['soft-delete'])
  expect(traits).toMatchObject({
    patchAnswer: 204,
    idForm: 'integers',
    unknownAttributes: 'refused',
    requiresEmail: true,
    maxResults: 50,
  })
  expect(traitLines(traits)).toEqual([
    'answers 204 to PATCH',
    'its ids are integers',
    'has no groups',
    'unknown attributes are refused',
    'email addresses are required',
    'does not filter by externalId, email address, title',
    'deleted users stay, inactive',
    'at most 50 resources a page',
  ])
})

describe('a filter that a correct endpoint may refuse', () => {
  const REFUSED = json(400, { scimType: 'invalidFilter' })
  const page = (...Resources: unknown[]) => json(200, { totalResults: Resources.length, Resources })
  const stored = { id: '1', externalId: 'x', title: 'y', emails: [{ value: 'z' }] }

  async function learnFilters(answer: (filter: string) => Answer, kept: object = stored): Promise<readonly string[]> {
    const { abilities } = await learn(async ({ method, path }) => {
      const filter = decodeURIComponent(/filter=(.*)/.exec(path)?.[1] ?? '')
      if (filter !== '') return answer(filter)
      return method === 'POST' && path === '/Groups' ? json(404, {}) : json(method === 'POST' ? 201 : 200, kept)
    })
    return [...abilities].filter((ability) => ability.startsWith('filter-')).sort()
  }

  test('is an ability that is missing where it is refused, and each is by itself', async () => {
    expect(await learnFilters(() => REFUSED)).toEqual([])
    expect(await learnFilters((filter) => (filter.startsWith('emails[') ? REFUSED : page(stored)))).toEqual([
      'filter-external-id',
      'filter-title',
    ])
  })

  test('is none where the attribute is not kept, and nobody can be found by it', async () => {
    expect(await learnFilters(() => page(), { id: '1' })).toEqual([])
    expect(await learnFilters(() => json(200, { totalResults: 0 }), { id: '1', title: 'y' })).toEqual(['filter-title'])
  })

  test.each([
    ['nobody', page()],
    ['everybody', page(stored, { id: '2' })],
  ])('is not missing where it is taken and finds %s, which is a fault', async (_, answer) => {
    const all = ['filter-email', 'filter-external-id', 'filter-title']
    expect(await learnFilters(() => answer)).toEqual(all)
  })
})

test.each([
  ['HTML', async (): Promise<Answer> => ({ status: 200, headers: [], body: '<!doctype html>' })],
  ['nothing', async (): Promise<Answer> => undefined],
  ['errors', async (): Promise<Answer> => json(500, {})],
] as const)('of an endpoint that answers %s nothing is learnt, and nothing is thrown', async (_, answer) => {
  const traits = await learn(answer)
  expect(traits).toMatchObject({ patchAnswer: undefined, idForm: undefined, requiresEmail: undefined })
  expect(traits.abilities.has('groups')).toBe(false)
})
