// What a write leaves alone: manager, roles and memberships of the person; and groups that are written whole. Each fault is answered well.
import { expect, test } from 'vitest'
import { bytesOf, type Json, testWrapped, textOf, type Variant } from './wrapped.ts'

type Handler = ReturnType<Variant>
type Request = Parameters<Handler>[0]

const MANAGER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager'

const isOne = ({ target }: Request, kind: 'Users' | 'Groups'): boolean => new RegExp(`/${kind}/[^/?]+`).test(target)
const bodyOf = ({ body }: Request): Json => (body.length > 0 ? JSON.parse(textOf(body)) : {})
const withBody = (request: Request, body: Json): Request => ({ ...request, body: bytesOf(JSON.stringify(body)) })
const patching = (request: Request, operation: Json, target = request.target): Request =>
  withBody(
    { ...request, method: 'PATCH', target },
    { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [operation] },
  )

async function read(next: Handler, request: Request): Promise<Json> {
  const { status, body } = await next({ ...request, method: 'GET', body: bytesOf('') })
  return status === 200 ? (JSON.parse(body) as Json) : {}
}

/** A PATCH of a person that does not name it takes it away. */
const patchTakes =
  (word: string, path: string): Variant =>
  (next) =>
  async (request) => {
    const answer = await next(request)
    const isOther = request.method === 'PATCH' && isOne(request, 'Users') && !textOf(request.body).includes(word)
    if (isOther) await next(patching(request, { op: 'remove', path }))
    return answer
  }

const leavesGroups =
  (method: string): Variant =>
  (next) =>
  async (request) => {
    const isWrite = request.method === method && isOne(request, 'Users')
    const { id, groups } = isWrite ? await read(next, request) : {}
    const answer = await next(request)
    for (const { value } of (groups as Json[] | undefined) ?? []) {
      const target = request.target.replace(/\/Users\/.*/, `/Groups/${value}`)
      await next(patching(request, { op: 'remove', path: `members[value eq "${id}"]` }, target))
    }
    return answer
  }

const PERSON = /\/Users\/([^/?]+)/

/** Whoever is created again after a deletion is not as sent. */
const returnsAs = (value: Json): Variant => {
  const gone = new Set<string>()
  return (next) => async (request) => {
    const isDelete = request.method === 'DELETE' && isOne(request, 'Users')
    if (isDelete) gone.add(String((await read(next, request)).userName).toLowerCase())
    const answer = await next(request)
    if (request.method !== 'POST' || !/\/Users$/.test(request.target) || answer.status !== 201) return answer
    const { id, userName } = JSON.parse(answer.body) as Json
    if (gone.has(String(userName).toLowerCase()))
      await next(patching(request, { op: 'replace', value }, `${request.target}/${id}`))
    return answer
  }
}

const listsAreOld: Variant = (next) => async (request) => {
  const answer = await next(request)
  const isList = request.method === 'GET' && /\/Users\?/.test(request.target)
  return isList ? { ...answer, body: answer.body.replaceAll('"active":false', '"active":true') } : answer
}

/** Reports go with whoever they report to. */
const goesWithManager: Variant = (next) => async (request) => {
  const id = request.method === 'DELETE' ? PERSON.exec(request.target)?.[1] : undefined
  const list = { ...request, target: request.target.replace(/\/Users\/.*/, '/Users?count=1000') }
  const everybody = id === undefined ? [] : ((await read(next, list)).Resources as Json[])
  const answer = await next(request)
  for (const one of everybody.filter((each) => each.id !== id && JSON.stringify(each).includes(`"value":"${id}"`)))
    await next({ ...request, target: request.target.replace(PERSON, `/Users/${one.id}`) })
  return answer
}

const groupPut =
  (change: (body: Json, group: Json) => Json): Variant =>
  (next) =>
  async (request) => {
    if (request.method !== 'PUT' || !isOne(request, 'Groups')) return next(request)
    return next(withBody(request, change(bodyOf(request), await read(next, request))))
  }

test.each<[string, Variant, string, readonly string[]]>([
  [
    'a PATCH takes the manager away',
    patchTakes('manager', MANAGER),
    'patch-wipes-others',
    ['entra', 'entraLegacy', 'rfc'],
  ],
  ['a PATCH takes roles away', patchTakes('roles', 'roles'), 'patch-wipes-others', ['entra', 'entraLegacy', 'rfc']],
  ['a PATCH takes out of groups', leavesGroups('PATCH'), 'update-drops-memberships', ['entra', 'entraLegacy', 'rfc']],
  ['a PUT takes out of groups', leavesGroups('PUT'), 'update-drops-memberships', ['jumpcloud', 'okta', 'rfc']],
  [
    'who returns is inactive',
    returnsAs({ active: false }),
    'returned-not-as-sent',
    ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  ],
  [
    'who returns has an old title',
    returnsAs({ title: 'Old' }),
    'returned-not-as-sent',
    ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  ],
  ['a lookup shows leavers as active', listsAreOld, 'look-up-not-current', ['entra', 'entraLegacy', 'rfc']],
  [
    'reports are deleted with their manager',
    goesWithManager,
    'changes-others',
    ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  ],
  ['a PUT of a group does nothing', groupPut((_body, group) => group), 'group-put-not-done', ['rfc']],
  [
    'a PUT of a group keeps the members',
    groupPut((body, { members }) => ({ ...body, members })),
    'group-put-not-done',
    ['rfc'],
  ],
  ['a PUT of a group drops members', groupPut(({ members: _all, ...rest }) => rest), 'group-put-not-done', ['rfc']],
  [
    'a PUT of a group keeps the name',
    groupPut((body, { displayName }) => ({ ...body, displayName })),
    'group-put-not-done',
    ['rfc'],
  ],
])(
  '%s',
  async (_what, variant, id, broken) => {
    const { findings, unexplained, verdicts } = await testWrapped(variant)
    expect({ findings: findings.map((one) => one.id), unexplained }).toEqual({ findings: [id], unexplained: [] })
    const breaks = Object.entries(verdicts).flatMap(([victim, { verdict }]) => (verdict === 'breaks' ? [victim] : []))
    expect(breaks).toEqual(broken)
  },
  30_000,
)

test('an endpoint may refuse PUT of groups, and is no place for an application of Okta’s wizard', async () => {
  const refuses: Variant = (next) => async (request) =>
    request.method === 'PUT' && isOne(request, 'Groups')
      ? { status: 405, headers: { 'content-type': 'application/scim+json' }, body: '{"status":"405"}' }
      : next(request)
  const { findings, unexplained, verdicts } = await testWrapped(refuses)
  expect(unexplained).toEqual([])
  expect(findings).toMatchObject([
    { id: 'group-put-refused', hurts: ['okta'], when: 'if Okta’s application was made by the wizard' },
  ])
  expect(Object.values(verdicts).map(({ verdict }) => verdict)).toEqual(Array(5).fill('works'))
}, 30_000)
