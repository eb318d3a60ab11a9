// The kit's SCIMTests workflow: what it asks of the endpoint itself, without a tenant, and how the endpoint lets it in.
import { asNumber, asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { type Answer, DEPARTMENT, ENTERPRISE, listIn, MANAGER, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { type Body, COMPARED } from '../../examine/person.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import type { Access, Section } from '../suite.ts'
import { NO_GROUPS, offersGroups } from './group-tests.ts'
import { managerOf, optional, required } from './user-tests.ts'

export const scimTests: Section = {
  id: 'entra-kit-scim',
  source: 'validation kit, SCIMTests',
  title: 'The kit’s tests of SCIM itself',
  rows: [
    required('Schema_Discoverability_Test', '/Schemas has every attribute that is mapped and kept.'),
    required('SCIM_Null_Update_Test', 'An empty text, and null, take a value away.'),
    required('SCIM_User_Create_Test', 'A person is made, and comes back with an id and the userName that was sent.'),
    required('SCIM_User_Update_Test', 'Single attributes change by PATCH, all in one request.'),
    required('SCIM_Group_Create_Test', 'A group is made, and comes back with an id and the displayName that was sent.'),
    required('SCIM_Group_Update_Test', 'Single attributes of a group change by PATCH.'),
    required('Validate_Credentials_Test', 'A token by client credentials lives 60 to 360 minutes and is let in.'),
    required('Federated_Identity_Test', 'A token by workload identity federation is given and let in.'),
    required('SCIM_User_Pagination_Test', 'People are listed in pages of five, each with its startIndex.'),
    optional('SCIM_Group_Pagination_Test', 'Groups are listed in pages of five, each with its startIndex.'),
    required('SCIM_Update_Manager_Test', 'A manager is added, replaced, and taken away by an empty text.'),
  ],
  questions: [
    { decides: ['Schema_Discoverability_Test'], ask: discoverable },
    { decides: ['SCIM_Null_Update_Test'], ask: nullUpdate },
    { decides: ['SCIM_User_Create_Test'], ask: userCreate },
    { decides: ['SCIM_User_Update_Test'], ask: userUpdate },
    { decides: ['SCIM_Group_Create_Test'], ask: groupCreate },
    { decides: ['SCIM_Group_Update_Test'], ask: groupUpdate },
    { decides: ['SCIM_User_Pagination_Test'], quiet: true, ask: userPages },
    { decides: ['SCIM_Group_Pagination_Test'], quiet: true, ask: groupPages },
    { decides: ['SCIM_Update_Manager_Test'], ask: updateManager },
  ],
  access: { decides: ['Validate_Credentials_Test', 'Federated_Identity_Test'], look: credentials },
}

/** Of the default mapping, without externalId, which is common to all resources and in no schema. */
const MAPPED = COMPARED.filter((path) => path !== 'externalId')

function* discoverable(q: Questioner, note: RowNotes): Asking {
  const row = 'Schema_Discoverability_Test'
  const answer = yield* q.send('GET', '/Schemas')
  const schemas = listIn(answer)?.resources
  if (!note.row(row, answer.ok && schemas !== undefined, answer, `/Schemas is answered ${answer.status}.`)) return
  const known = new Set((schemas ?? []).flatMap(pathsOf))
  const missing = MAPPED.filter((path) => q.facts.keeps.has(path) && !known.has(plain(path)))
  note.row(row, missing.length === 0, answer, `Kept and not in /Schemas: ${missing.join(', ')}.`)
}

/** `name.givenName`, `emails`, `urn:…:user:department`, in lower case. */
function pathsOf({ id, attributes }: JsonObject): readonly string[] {
  const prefix = asText(id).toLowerCase() === ENTERPRISE.toLowerCase() ? `${ENTERPRISE}:` : ''
  return objectsIn(attributes).flatMap(({ name, subAttributes }) => [
    `${prefix}${asText(name)}`.toLowerCase(),
    ...objectsIn(subAttributes).map((sub) => `${prefix}${asText(name)}.${asText(sub.name)}`.toLowerCase()),
  ])
}

function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : []
}

function plain(path: string): string {
  return path.replace(/\[.*$/, '').toLowerCase()
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === ''
}

function* nullUpdate(q: Questioner, note: RowNotes): Asking {
  const row = 'SCIM_Null_Update_Test'
  const names = ['title', DEPARTMENT].filter((name) => q.facts.keeps.has(name))
  if (names.length === 0) return note.leave([row], 'the endpoint keeps neither title nor department')
  const made = yield* q.create()
  for (const value of ['', null]) {
    const answer = yield* q.patch(
      made,
      names.map((path) => ({ op: 'replace', path, value })),
    )
    const isRight = (resource: JsonObject | undefined): boolean =>
      names.every((name) => isEmpty(valueAt(resource, name)))
    const after = answer.ok ? yield* q.settled(made, (resource) => resource !== undefined && isRight(resource)) : answer
    const what = `${JSON.stringify(value)} for ${names.join(' and ')} is answered ${answer.status}`
    if (!note.row(row, answer.ok && isRight(after.body), answer, `${what}, and a value is left.`, after)) return
  }
}

function* userCreate(q: Questioner, note: RowNotes): Asking {
  const { sent, answer, id } = yield* q.create()
  const isRight = [200, 201].includes(answer.status) && id !== '' && answer.body?.userName === sent.userName
  const userName = JSON.stringify(answer.body?.userName) ?? 'absent'
  note.row('SCIM_User_Create_Test', isRight, answer, `It is answered ${answer.status}, and userName is ${userName}.`)
}

function* userUpdate(q: Questioner, note: RowNotes): Asking {
  const row = 'SCIM_User_Update_Test'
  const name = q.name()
  const all: Readonly<Record<string, string>> = {
    displayName: `New ${name}`,
    title: 'Director',
    'name.givenName': 'Grace',
    'name.familyName': `New ${name}`,
    [DEPARTMENT]: 'Design',
  }
  const wanted = Object.entries(all).filter(([path]) => q.facts.keeps.has(path))
  const made = yield* q.create()
  if (wanted.length === 0) return void note.row(row, true, made.answer, '')
  const answer = yield* q.patch(
    made,
    wanted.map(([path, value]) => ({ op: 'replace', path, value })),
  )
  const isRight = (resource: JsonObject | undefined): boolean =>
    wanted.every(([path, value]) => valueAt(resource, path) === value)
  const after = answer.ok ? yield* q.settled(made, isRight) : answer
  const wrong = wanted.filter(([path, value]) => valueAt(after.body, path) !== value).map(([path]) => path)
  note.row(
    row,
    answer.ok && isRight(after.body),
    answer,
    `It is answered ${answer.status}; not so: ${wrong.join()}.`,
    after,
  )
}

function* groupsOffered(q: Questioner, note: RowNotes, row: string): Asking<boolean> {
  const schemas = yield* q.send('GET', '/Schemas')
  if (q.facts.groups || offersGroups(schemas)) return true
  note.warn([row], schemas, NO_GROUPS)
  return false
}

function* groupCreate(q: Questioner, note: RowNotes): Asking {
  const row = 'SCIM_Group_Create_Test'
  if (!(yield* groupsOffered(q, note, row))) return
  const { sent, answer } = yield* q.createGroup()
  const isRight = [200, 201].includes(answer.status) && answer.body?.displayName === sent.displayName
  note.row(row, isRight, answer, `It is answered ${answer.status}, and displayName is another.`)
}

function* groupUpdate(q: Questioner, note: RowNotes): Asking {
  const row = 'SCIM_Group_Update_Test'
  if (!(yield* groupsOffered(q, note, row))) return
  const made = yield* q.createGroup()
  const value = `New ${q.name()}`
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'displayName', value }])
  const isRight = (resource: JsonObject | undefined): boolean => resource?.displayName === value
  const after = answer.ok ? yield* q.settled(made, isRight) : answer
  note.row(row, answer.ok && isRight(after.body), answer, `It is answered ${answer.status} and not done.`, after)
}

/** The kit sees to it that there are at least eleven, so that there are three pages. */
const LEAST = 11
const PAGE = 5

function* userPages(q: Questioner, note: RowNotes): Asking {
  for (let made = 0; made < LEAST; made += 1) yield* q.create()
  yield* pages(q, note, 'SCIM_User_Pagination_Test', '/Users')
}

function* groupPages(q: Questioner, note: RowNotes): Asking {
  const row = 'SCIM_Group_Pagination_Test'
  if (!(yield* groupsOffered(q, note, row))) return
  for (let made = 0; made < LEAST; made += 1) yield* q.createGroup()
  yield* pages(q, note, row, '/Groups')
}

function* pages(q: Questioner, note: RowNotes, row: string, path: string): Asking {
  for (const startIndex of [1, 1 + PAGE, 1 + 2 * PAGE]) {
    const isRight = (one: Answer): boolean => {
      const length = listIn(one)?.resources.length ?? 0
      return one.status === 200 && asNumber(one.body?.startIndex) === startIndex && length > 0 && length <= PAGE
    }
    const answer = yield* q.until(() => q.send('GET', `${path}?startIndex=${startIndex}&count=${PAGE}`), isRight)
    const said = JSON.stringify(answer.body?.startIndex) ?? 'absent'
    const detail = `startIndex=${startIndex}&count=${PAGE} is answered ${answer.status}, with startIndex ${said}.`
    if (!note.row(row, isRight(answer), answer, detail)) return
  }
}

function* updateManager(q: Questioner, note: RowNotes): Asking {
  const row = 'SCIM_Update_Manager_Test'
  if (q.facts.advertised.size > 0 && !q.facts.advertised.has(MANAGER.toLowerCase()))
    return note.notOffered([row], 'manager', yield* q.send('GET', '/Schemas'))
  const [person, boss, other] = [yield* q.create(), yield* q.create(), yield* q.create()]
  const steps: readonly (readonly [op: string, value: string, wanted: string | undefined])[] = [
    ['Add', boss.id, boss.id],
    ['Replace', other.id, other.id],
    ['Replace', '', undefined],
  ]
  for (const [op, value, wanted] of steps) {
    const operation: Body = { op, path: MANAGER, value }
    const answer = yield* q.patch(person, [operation])
    const isRight = (resource: JsonObject | undefined): boolean =>
      resource !== undefined && managerOf(resource) === wanted
    const after = answer.ok ? yield* q.settled(person, isRight) : answer
    const detail = `${op} of ${JSON.stringify(value)} is answered ${answer.status}; the manager is ${managerOf(after.body) ?? 'nobody'}.`
    if (!note.row(row, answer.ok && isRight(after.body), answer, detail, after)) return
  }
}

/** Microsoft's bounds for the life of an access token, in seconds. */
export const TOKEN_LIFE = { least: 60 * 60, most: 360 * 60 }

export function lifeOf({ body }: Answer): number {
  return asNumber(body?.expires_in)
}

/** A test that made up another issuer would test the receiver's trust in that one (RFC 7523 §3). */
const ASSERTION =
  'the token endpoint is sent a JWT (RFC 7523) that Microsoft Entra ID signs for the application in your tenant; no one else can sign one that the endpoint may trust'

function credentials({ authentication, token, letIn }: Access, note: RowNotes): void {
  note.leave(['Federated_Identity_Test'], ASSERTION)
  const row = 'Validate_Credentials_Test'
  if (authentication?.kind !== 'oauth') note.leave([row], 'no token endpoint was given (--oauth-token-url)')
  else if (!token) note.leave([row], 'no token was asked for')
  else judgeToken(token, letIn, note, row)
}

function judgeToken(token: Answer, letIn: Answer, note: RowNotes, row: string): void {
  const life = lifeOf(token)
  const isGiven = token.ok && typeof token.body?.access_token === 'string'
  const isRight = isGiven && life >= TOKEN_LIFE.least && life <= TOKEN_LIFE.most && letIn.ok
  const lives = `the token lives ${life / 60} minutes and is answered ${letIn.status}`
  note.row(row, isRight, token, `The token endpoint is answered ${token.status}; ${lives}.`)
}
