// Faults that are answered with 200 or 201 and done wrong, at endpoints that nobody here wrote: each is named, alone and beside others,
// and nothing else is blamed.
import { expect, test } from 'vitest'
import { answering, bytesOf, JSON_TYPE, type Json, testWrapped, textOf, type Variant } from './wrapped.ts'

type Handler = ReturnType<Variant>
type Request = Parameters<Handler>[0]

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

const bodyOf = ({ body }: Request): Json => (body.length > 0 ? JSON.parse(textOf(body)) : {})
const operationsOf = (request: Request): Json[] =>
  request.method === 'PATCH' ? ((bodyOf(request).Operations as Json[] | undefined) ?? []) : []
const withOperations = (request: Request, Operations: readonly Json[]): Request => ({
  ...request,
  body: bytesOf(JSON.stringify({ ...bodyOf(request), Operations })),
})
const patching = (request: Request, ...Operations: readonly Json[]): Request => ({
  ...request,
  method: 'PATCH',
  body: bytesOf(JSON.stringify({ schemas: [PATCH_OP], Operations })),
})
const is = (text: unknown, wanted: RegExp): boolean => wanted.test(String(text ?? ''))
const isOne = ({ target }: Request, kind: 'Users' | 'Groups'): boolean => new RegExp(`/${kind}/[^/?]+`).test(target)
const reading = (request: Request, target = request.target): Request => ({
  ...request,
  method: 'GET',
  target,
  body: bytesOf(''),
})
const read = async (next: Handler, request: Request, target?: string): Promise<Json> => {
  const { status, body } = await next(reading(request, target))
  return status === 200 ? (JSON.parse(body) as Json) : {}
}

const isEmpty = ({ path, value }: Json): boolean => path === undefined && JSON.stringify(value) === '{}'

function withoutExternalId(one: Json): Json {
  if (one.path !== undefined) return one
  const { externalId: _own, ...value } = one.value as Json
  return { ...one, value }
}

/** Set when the person is created, and never again. */
const externalIdStays: Variant = (next) => (request) => {
  if (!isOne(request, 'Users') || request.method !== 'PATCH') return next(request)
  const operations = operationsOf(request).filter(({ path }) => !is(path, /^externalId$/i))
  const left = operations.map(withoutExternalId).filter((one) => !isEmpty(one))
  return next(left.length === 0 ? reading(request) : withOperations(request, left))
}

/** The column is a number. */
const numbersAreNumbers = answering((text) =>
  text.replace(/"employeeNumber":"(\d+)"/g, (_all, figures) => `"employeeNumber":${Number(figures)}`),
)

/** The same, and shown as a text. */
const zerosAreCut = answering((text) => text.replace(/"employeeNumber":"0+(\d+)"/g, '"employeeNumber":"$1"'))

const workAddress = ({ emails }: Json): unknown =>
  (emails as Json[] | undefined)?.find(({ type }) => type === 'work')?.value

/** People sign in with the address, so that a new one becomes their name. */
const addressIsLogin: Variant = (next) => async (request) => {
  if (!isOne(request, 'Users') || !/^(PATCH|PUT)$/.test(request.method)) return next(request)
  const before = workAddress(await read(next, request))
  const answer = await next(request)
  const value = workAddress(await read(next, request))
  if (value === undefined || value === before) return answer
  return next(patching(request, { op: 'replace', path: 'userName', value }))
}

const REFUSED = {
  status: 400,
  headers: JSON_TYPE,
  body: '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","detail":"No."}',
}

/** A column that is compared byte by byte. */
const groupsByCase: Variant = (next) => async (request) => {
  const asked = /\/Groups\?.*filter=displayName(?:%20|\+)eq(?:%20|\+)%22(.*?)%22/i.exec(request.target)?.[1]
  const answer = await next(request)
  if (asked === undefined || answer.status !== 200) return answer
  const name = decodeURIComponent(asked.replaceAll('+', ' '))
  const body = JSON.parse(answer.body) as Json
  const Resources = (body.Resources as Json[]).filter(({ displayName }) => displayName === name)
  const count = Resources.length
  return { ...answer, body: JSON.stringify({ ...body, Resources, totalResults: count, itemsPerPage: count }) }
}

const replaceAdds: Variant = (next) => (request) => {
  const isReplace = ({ op, path }: Json) => is(op, /^replace$/i) && is(path, /^members$/i)
  if (!isOne(request, 'Groups') || !operationsOf(request).some(isReplace)) return next(request)
  return next(
    withOperations(
      request,
      operationsOf(request).map((one) => (isReplace(one) ? { ...one, op: 'add' } : one)),
    ),
  )
}

const userNameIn = (request: Request): unknown =>
  request.method === 'PUT'
    ? bodyOf(request).userName
    : operationsOf(request).find(({ path }) => is(path, /^userName$/i))?.value

/** Looks for the name without regard to case, and for the person with regard to it. */
const ownNameIsTaken: Variant = (next) => async (request) => {
  const wanted = isOne(request, 'Users') ? userNameIn(request) : undefined
  if (typeof wanted !== 'string') return next(request)
  const { userName } = await read(next, request)
  const isOwn = wanted !== userName && wanted.toLowerCase() === String(userName).toLowerCase()
  return isOwn ? { ...REFUSED, status: 409 } : next(request)
}

type Order = (list: readonly Json[], turn: number, start: number, count: number) => readonly Json[]

/** Lists that nobody has asked to be sorted come in whatever order there is. */
const ordered = (order: Order): Variant => {
  return (next) => {
    let turn = 0
    return async (request) => {
      const [path = '', query = ''] = request.target.split('?')
      const asked = new URLSearchParams(query)
      const isOwnOrder = asked.has('sortBy') || asked.has('cursor')
      if (request.method !== 'GET' || !/\/(Users|Groups)$/.test(path) || isOwnOrder) return next(request)
      const answer = await next(
        reading(request, `${path}?${query.replace(/(startIndex|count)=[^&]*&?/g, '')}&count=5000`),
      )
      if (answer.status !== 200) return answer
      const all = JSON.parse(answer.body) as Json
      const start = Math.max(1, Number(asked.get('startIndex') ?? 1))
      const count = Number(asked.get('count') ?? 200)
      turn += 1
      const list = order(all.Resources as Json[], turn, start, count)
      const Resources = list.slice(start - 1, start - 1 + count)
      return {
        ...answer,
        body: JSON.stringify({ ...all, Resources, startIndex: start, itemsPerPage: Resources.length }),
      }
    }
  }
}

/** Each request begins somewhere else. */
const turning = ordered((list, turn) => {
  const by = list.length === 0 ? 0 : (turn * 7) % list.length
  return [...list.slice(by), ...list.slice(0, by)]
})

/** Those who are equal to what is sorted by come in an order that hangs on the limit. */
const tied = ordered((list, _turn, start, count) => {
  const by = (one: Json) => (count >= 100 ? 0 : (Number(String(one.id).replace(/\D/g, '').slice(-3)) * start) % 7)
  return [...list].sort((a, b) => by(a) - by(b))
})

/** startIndex is the number of a page. */
const numbered = ordered((list, _turn, start, count) => {
  const from = (start - 1) * count
  return [...list.slice(0, start - 1), ...list.slice(from, from + count)]
})

/** From the newest to the oldest. */
const newestFirst = ordered((list) => [...list].reverse())

const groupsOf = async (next: Handler, request: Request, id: string): Promise<readonly Json[]> => {
  const folder = request.target.replace(/\/Users\/.*/, '/Groups')
  const list = ((await read(next, request, `${folder}?count=1000`)).Resources as Json[] | undefined) ?? []
  return list.filter(({ members }) => JSON.stringify(members ?? []).includes(id))
}

/** Whoever is in a group is known by name. */
const membersByName: Variant = (next) => {
  const left = new Map<unknown, readonly Json[]>()
  return async (request) => {
    if (request.method === 'DELETE' && isOne(request, 'Users')) {
      const id = request.target.split('/').at(-1) ?? ''
      left.set((await read(next, request)).userName, await groupsOf(next, request, id))
    }
    const answer = await next(request)
    if (request.method !== 'POST' || !/\/Users$/.test(request.target) || answer.status !== 201) return answer
    const { id, userName } = JSON.parse(answer.body) as Json
    for (const group of left.get(userName) ?? []) {
      const target = request.target.replace(/Users$/, `Groups/${group.id}`)
      await next({ ...patching(request, { op: 'add', path: 'members', value: [{ value: id }] }), target })
    }
    left.delete(userName)
    return answer
  }
}

/** Rows of a table that nobody cleans up; they can be taken out, or not even that. */
const rowsStay = (canBeRemoved: boolean): Variant => {
  return (next) => {
    const rows = new Map<unknown, Set<string>>()
    return async (request) => {
      const id = /\/Users\/([^/?]+)/.exec(request.target)?.[1]
      if (request.method === 'DELETE' && id !== undefined)
        for (const group of await groupsOf(next, request, id))
          rows.set(group.id, new Set([...(rows.get(group.id) ?? []), id]))
      const own = rows.get(/\/Groups\/([^/?]+)/.exec(request.target)?.[1])
      const written = JSON.stringify(operationsOf(request))
      for (const one of canBeRemoved && own ? own : []) if (written.includes(one)) own?.delete(one)
      const answer = await next(request)
      if (!own || own.size === 0 || answer.status !== 200 || request.target.includes('excluded')) return answer
      const group = JSON.parse(answer.body) as Json
      const members = [...((group.members as Json[] | undefined) ?? []), ...[...own].map((value) => ({ value }))]
      return { ...answer, body: JSON.stringify({ ...group, members }) }
    }
  }
}

const FAULTS: readonly (readonly [what: string, variant: Variant, finding: string])[] = [
  ['externalId is taken once', externalIdStays, 'external-id-fixed'],
  ['personnel numbers are numbers', numbersAreNumbers, 'leading-zeros-lost'],
  ['a new address is a new name', addressIsLogin, 'email-change-renames'],
  ['groups are found by their name to the letter', groupsByCase, 'case-sensitive-group-name'],
  ['a replace of members adds them', replaceAdds, 'member-replace-not-done'],
  ['one is in the way of oneself', ownNameIsTaken, 'own-name-refused'],
  ['memberships are kept by name', membersByName, 'deleted-stays-member'],
  ['each list begins somewhere else', turning, 'unsteady-pages'],
]

const found = async (variant: Variant, finding?: string): Promise<readonly string[]> => {
  const { findings, unexplained } = await testWrapped(variant, finding === undefined ? {} : { finding })
  return [...findings.map(({ id }) => id), ...unexplained.map(({ what }) => what)]
}

test.each(FAULTS)('%s', async (_what, variant, finding) => {
  expect(await found(variant, finding)).toEqual([finding])
})

test('personnel numbers are shown as texts without their zeros', async () => {
  expect(await found(zerosAreCut, 'leading-zeros-lost')).toEqual(['leading-zeros-lost'])
})

test('a deleted person is still shown as a member, and cannot be taken out', async () => {
  expect(await found(rowsStay(false), 'deleted-stays-member')).toEqual(['deleted-stays-member'])
})

test('a deleted person is still shown as a member, which SCIM allows: a remark', async () => {
  const { findings, remarks } = await testWrapped(rowsStay(true), { finding: 'deleted-stays-member' })
  expect({ findings, remarks: remarks.map(({ id }) => id) }).toEqual({
    findings: [],
    remarks: ['deleted-member-shown'],
  })
})

test('only the path to the work address renames', async () => {
  const byPath: Variant = (next) => (request) => {
    const handle = textOf(request.body).includes('emails[') ? addressIsLogin(next) : next
    return handle(request)
  }
  expect(await found(byPath, 'email-change-renames')).toEqual(['email-change-renames'])
})

/** Hundreds of others are there, so that nobody reads all of them at once. */
const crowded = answering((text, _method, target) =>
  /\/Users\?/.test(target) && !target.includes('filter=')
    ? text.replace(/"totalResults":\d+/, '"totalResults":900')
    : text,
)

test.each<[string, Variant, readonly string[]]>([
  ['unsteady', turning, ['unsteady-pages']],
  ['steady', (next) => next, []],
])('a large collection is looked at by the test’s own people: %s', async (_what, variant, expected) => {
  expect(await found((next) => crowded(variant(next)), 'unsteady-pages')).toEqual(expected)
})

test('who is equal comes in an order that hangs on the page', async () => {
  expect(await found(tied, 'unsteady-pages')).toEqual(['unsteady-pages'])
})

test('all at one endpoint are named, and nobody else is blamed', async () => {
  const all: Variant = (next) => FAULTS.reduce((inner, [, variant]) => variant(inner), next)
  const named = await found(all)
  expect([...named].sort()).toEqual(FAULTS.map(([, , finding]) => finding).sort())
})

function refusing(written: RegExp): Variant {
  return (next) => (request) => (written.test(textOf(request.body)) ? Promise.resolve(REFUSED) : next(request))
}

const addressIsName = (next: Handler, request: Request): ReturnType<Handler> => {
  const body = bodyOf(request)
  const address = workAddress(body)
  const differs = address !== undefined && String(address).toLowerCase() !== String(body.userName).toLowerCase()
  return differs && request.method !== 'PATCH' ? Promise.resolve(REFUSED) : next(request)
}

const namesDifferByCase: Variant = answering((text, _method, target) => {
  if (!/\/Schemas$/.test(target)) return text
  return text.replace(/("name":"displayName"(?:(?!"name").)*?"caseExact":)false/g, '$1true')
})

/** The same name is no change. */
const keepsCase: Variant = (next) => async (request) => {
  const wanted = isOne(request, 'Users') ? userNameIn(request) : undefined
  const { userName } = typeof wanted === 'string' ? await read(next, request) : {}
  const isOwn =
    typeof wanted === 'string' && wanted !== userName && wanted.toLowerCase() === String(userName).toLowerCase()
  return next(isOwn ? reading(request) : request)
}

/** What an endpoint may do, next door to a fault. */
const RIGHT: readonly (readonly [what: string, variant: Variant, finding: string])[] = [
  ['keeps no externalId at all', answering((text) => text.replace(/"externalId":"[^"]*",?/g, '')), 'external-id-fixed'],
  [
    'keeps no employeeNumber',
    answering((text) => text.replace(/"employeeNumber":"[^"]*",?/g, '').replace(/,}/g, '}')),
    'leading-zeros-lost',
  ],
  ['refuses such a personnel number', refusing(/"employeeNumber":"\d+"/), 'leading-zeros-lost'],
  [
    'takes nobody whose address is not the userName',
    (next) => (request) => addressIsName(next, request),
    'email-change-renames',
  ],
  ['lists the newest first', newestFirst, 'unsteady-pages'],
  ['takes startIndex for the number of a page', numbered, 'unsteady-pages'],
  [
    'says that names of groups differ by case',
    (next) => namesDifferByCase(groupsByCase(next)),
    'case-sensitive-group-name',
  ],
  ['refuses a replace of members', refusing(/"replace","path":"members"/), 'member-replace-not-done'],
  ['keeps a userName in the case in which it was created', keepsCase, 'own-name-refused'],
]

test.each(RIGHT)('an endpoint that %s is not blamed', async (_what, variant, finding) => {
  expect(await found(variant, finding)).toEqual([])
})
