// Whatever bytes arrive, the answer is SCIM: a success, or an error that has changed nothing.
import { urns } from '@scimulator/shared/scim'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createReceiver, type HandlerRequest, type HandlerResponse, type Receiver } from '../../src/index.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'get']
const PATHS = [
  '/Users',
  '/Users/ID',
  '/Groups',
  '/Groups/GID',
  '/Bulk',
  '/.search',
  '/Users/.search',
  '/Me',
  '/Schemas',
  '',
]
const NAMES = [
  'userName',
  'displayName',
  'emails',
  'members',
  'active',
  'name',
  'id',
  'meta',
  'schemas',
  '__proto__',
  'Operations',
]
const FRAGMENTS = [
  'filter=',
  'userName',
  ' eq ',
  '"x"',
  '(',
  ')',
  '[',
  ']',
  'and',
  'not',
  '%',
  '%00',
  '&',
  '=',
  '\u0000',
  '💥',
]

const name = fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 8 }))
const json = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 2 }), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(name, tie('value'), { maxKeys: 5 }),
})).value
const operation = fc.record(
  {
    op: fc.constantFrom('add', 'Replace', 'remove', 'x'),
    path: fc.oneof(name, fc.constantFrom('emails[type eq "work"].value', 'members[value eq "ID"]', 'name.givenName')),
    value: json,
    method: fc.constantFrom('POST', 'PUT', 'DELETE'),
    bulkId: fc.constantFrom('a', 'b'),
    data: json,
  },
  { requiredKeys: [] },
)
const body = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  json.map((value) => Buffer.from(JSON.stringify(value) ?? '')),
  fc.array(operation, { maxLength: 4 }).map((Operations) => Buffer.from(JSON.stringify({ Operations }))),
)
const query = fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 5 })), { maxLength: 8 })
const headers = fc.oneof(
  { weight: 8, arbitrary: fc.constant(['Authorization', 'Bearer secret']) },
  fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }).map((more) => ['authorization', 'Bearer secret', ...more]),
  fc
    .constantFrom(['If-Match', '*'], ['accept', ';;q=,'], ['content-type', '/;charset'])
    .map((more) => ['authorization', 'Bearer secret', ...more]),
)

test('arbitrary requests are answered by SCIM, and errors change nothing', async () => {
  const faults: unknown[] = []
  const receiver = createReceiver({
    profile: 'rfc',
    sources: [{ token: 'secret' }],
    onFault: (fault) => faults.push(fault),
  })
  const [userId, groupId] = [await make(receiver, 'Users'), await make(receiver, 'Groups')]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...METHODS), fc.constantFrom(...PATHS), query, headers, body, async (...parts) => {
      const [method, path, parameters, rawHeaders, bytes] = parts
      const place = path.replace('GID', groupId).replace('ID', userId)
      const target = `/scim/v2${place}${parameters.length > 0 ? `?${parameters.join('')}` : ''}`
      const before = rowsOf(receiver)
      const answer = await receiver.scim({ method, target, rawHeaders, body: bytes, baseUrl: 'http://x' })
      expect(faults).toEqual([])
      expectScim(answer, { method, target })
      if (answer.status >= 400) expect(rowsOf(receiver)).toEqual(before)
    }),
    { numRuns: 1_000 },
  )
  expect({}).not.toHaveProperty('polluted')
}, 120_000)

async function make(receiver: Receiver, collection: string): Promise<string> {
  const resource = { userName: 'ana', displayName: 'Sales' }
  const answer = await receiver.scim({
    method: 'POST',
    target: `/scim/v2/${collection}`,
    rawHeaders: ['Authorization', 'Bearer secret'],
    body: Buffer.from(JSON.stringify(resource)),
    baseUrl: 'http://x',
  })
  return JSON.parse(answer.body).id
}

function rowsOf(receiver: Receiver): unknown {
  return (receiver.snapshot() as { rows: unknown }).rows
}

function expectScim(answer: HandlerResponse, { method, target }: Pick<HandlerRequest, 'method' | 'target'>): void {
  const what = `${method} ${JSON.stringify(target)}`
  if (answer.body === '') {
    expect([what, method === 'HEAD' || [204, 304].includes(answer.status)]).toEqual([what, true])
    return
  }
  const parsed = JSON.parse(answer.body)
  expect([what, Array.isArray(parsed.schemas)]).toEqual([what, true])
  if (answer.status >= 400) {
    expect(parsed).toMatchObject({ schemas: [urns.error], status: String(answer.status) })
    expect(answer.headers['content-type']).toBe('application/scim+json')
    expect(answer.status).not.toBe(500)
  }
}
