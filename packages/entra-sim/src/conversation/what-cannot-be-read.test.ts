import { describe, expect, test } from 'vitest'
import type { TargetResource } from '../mapping/index.ts'
import { readAnswer } from './answer.ts'
import { whatCannotBeRead } from './what-cannot-be-read.ts'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const ALL = { answerTypes: 'schema' } as const
const REPORTED = { answerTypes: 'observed' } as const

const role = (primary: unknown) => ({ roles: [{ type: 'WindowsAzureActiveDirectoryRole', value: 'old', primary }] })

/** Reported by somebody: refused by either value of the switch. */
const SEEN: readonly [string, TargetResource, string][] = [
  ['primary of a role as text (Q&A 5618325)', role('True'), 'roles[0].primary is a string, not a boolean.'],
  ['primary of a role as text in lower case', role('true'), 'roles[0].primary is a string, not a boolean.'],
  [
    'primary of an address as number',
    { emails: [{ value: 'a@b.c', primary: 1 }] },
    'emails[0].primary is a number, not a boolean.',
  ],
  ['the manager as text (budibase#15369)', { [ENTERPRISE]: { manager: 'u7' } }, ':manager is a string, not an object.'],
  ['the manager "0"', { [ENTERPRISE]: { manager: '0' } }, ':manager is a string, not an object.'],
  ['the manager as number', { [ENTERPRISE]: { manager: 7 } }, ':manager is a number, not an object.'],
  ['the manager as list', { [ENTERPRISE]: { manager: [{ value: 'u7' }] } }, ':manager is an array, not an object.'],
]

/** Of the same kind, and inferred. */
const INFERRED: readonly [string, TargetResource, string][] = [
  ['active as text', { active: 'False' }, 'active is a string, not a boolean.'],
  ['active as number', { active: 1 }, 'active is a number, not a boolean.'],
  ['a name that is a text', { name: 'Ana B' }, 'name is a string, not an object.'],
  ['a list of emails that is one object', { emails: { value: 'a@b.c' } }, 'emails is an object, not an array.'],
  ['an email that is a text', { emails: ['a@b.c'] }, 'emails[0] is a string, not an object.'],
  [
    'a phone number that is a number',
    { phoneNumbers: [{ value: 4712 }] },
    'phoneNumbers[0].value is a number, not a string.',
  ],
  ['a displayName that is an object', { displayName: { value: 'Ana' } }, 'displayName is an object, not a string.'],
  ['a title that is a list', { title: ['Engineer'] }, 'title is an array, not a string.'],
  [
    'a manager whose value is a number',
    { [ENTERPRISE]: { manager: { value: 7 } } },
    'manager.value is a number, not a string.',
  ],
  [
    'a department that is an object',
    { [ENTERPRISE]: { department: { id: 1 } } },
    'department is an object, not a string.',
  ],
  ['an extension that is a list', { [ENTERPRISE]: [] }, `${ENTERPRISE} is an array, not an object.`],
  ['meta that is a text', { meta: 'User' }, 'meta is a string, not an object.'],
  [
    'schemas that is a text',
    { schemas: 'urn:ietf:params:scim:schemas:core:2.0:User' },
    'schemas is a string, not an array.',
  ],
]

const READABLE: readonly [string, TargetResource][] = [
  ['booleans as booleans', { active: false, ...role(true) }],
  ['the manager as RFC 7643 §4.3 has it', { [ENTERPRISE]: { manager: { value: 'u7', displayName: null } } }],
  ['null in place of anything', { active: null, name: null, addresses: null, [ENTERPRISE]: null }],
  ['an empty list', { roles: [], phoneNumbers: [] }],
  ['an empty text in place of a list (Q&A 1295286)', { roles: '' }],
  ['attributes that the schemas do not know', { enabled: 'yes', 'urn:acme:2.0:User': { badge: 7 } }],
  ['sub-attributes that the schemas do not know', { emails: [{ value: 'a@b.c', verified: 'no' }] }],
]

const user = (more: TargetResource): TargetResource => ({ id: 'u1', userName: 'ana@contoso.example', ...more })

describe('a user', () => {
  test.each(SEEN)('%s cannot be read', (_name, more, why) => {
    expect(whatCannotBeRead(user(more), 'User', ALL)).toContain(why)
    expect(whatCannotBeRead(user(more), 'User', REPORTED)).toContain(why)
  })

  test.each(INFERRED)('%s cannot be read, unless only what was reported counts', (_name, more, why) => {
    expect(whatCannotBeRead(user(more), 'User', ALL)).toContain(why)
    expect(whatCannotBeRead(user(more), 'User', REPORTED)).toBeUndefined()
  })

  test.each(READABLE)('%s: can be read', (_name, more) => {
    expect(whatCannotBeRead(user(more), 'User', ALL)).toBeUndefined()
  })
})

describe('a group', () => {
  test.each<[string, TargetResource, string | undefined]>([
    ['a displayName that is a number', { displayName: 7 }, 'displayName is a number, not a string.'],
    ['members that are an object', { members: {} }, 'members is an object, not an array.'],
    ['a member that is a text', { members: ['u1'] }, 'members[0] is a string, not an object.'],
    ['a member whose value is a number', { members: [{ value: 7 }] }, 'members[0].value is a number, not a string.'],
    ['what only users have', { active: 'yes', title: 7 }, undefined],
  ])('%s', (_name, more, why) => {
    const found = whatCannotBeRead({ id: 'g1', displayName: 'Sales', ...more }, 'Group', ALL)
    if (why === undefined) expect(found).toBeUndefined()
    else expect(found).toBe(why)
  })
})

describe('the answer fails with the text that the log has', () => {
  const body = JSON.stringify(user({ active: 'True' }))
  const url = 'https://scim.example/scim/v2/Users'
  const answered = (method: 'GET' | 'POST', status: number, text: string) => ({
    request: { method, url, headers: [] },
    startedAt: 0,
    durationMs: 0,
    response: { status, headers: [], body: text },
  })

  test.each([
    ['to a query', answered('GET', 200, `{"totalResults":1,"Resources":[${body}]}`), 'match'],
    ['to a read', answered('GET', 200, body), 'read'],
    ['to a POST', answered('POST', 201, body), 'create'],
    ['to a query, as HTML', answered('GET', 200, '<html>Welcome</html>'), 'match'],
    ['to a read, as a list', answered('GET', 200, '[]'), 'read'],
    ['to a read, with an id that is a number', answered('GET', 200, '{"id":7}'), 'read'],
  ] as const)('%s', (_name, exchange, purpose) => {
    const answer = readAnswer(exchange, purpose, ALL)
    expect(answer).toMatchObject({
      kind: 'failed',
      error: { code: 'SystemForCrossDomainIdentityManagementServiceIncompatible', isJobLevel: false },
    })
    const reason = answer.kind === 'failed' ? answer.error.reason : ''
    expect(reason).toMatch(/^We are not able to deserialize the resource received from your SCIM endpoint because /)
    expect(reason).toContain(`Here is the resource we received from your SCIM endpoint: ${exchange.response.body}`)
  })

  test('a probe that is answered so concerns the whole job', () => {
    const answer = readAnswer(answered('GET', 200, '<html>Welcome</html>'), 'probe', ALL)
    expect(answer).toMatchObject({ kind: 'failed', error: { isJobLevel: true } })
  })

  test('the answer to a PATCH is not read', () => {
    const exchange = answered('GET', 200, body)
    expect(readAnswer(exchange, 'update', ALL)).toEqual({ kind: 'done' })
  })
})
