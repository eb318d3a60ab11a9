// The step `http`: what a file may write, what is sent and kept, and what a foreign target never gets.
import { createReceiver } from '@scimulator/receiver'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseScenario } from '../src/scenario/load-scenario.ts'
import { runCombination } from '../src/scenario/run-scenario.ts'
import type { GuardedTarget } from '../src/target/guarded-target.ts'
import { shippedPrograms } from '../src/world/programs.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'
import { tokenTarget } from './target/token-target.ts'

const vocabulary = await vocabularyOf(await shippedPrograms())

function parse(steps: readonly string[], given = '') {
  const text = ['scenario: s', `description: d${given}`, 'steps:', ...steps.map((step) => `  - ${step}`)].join('\n')
  return parseScenario(text, { path: `${import.meta.dirname}/x.yaml`, file: 'x.yaml', vocabulary })
}

function rejection(...steps: string[]): string {
  try {
    parse(steps)
    return 'accepted'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function run(steps: readonly string[], target?: GuardedTarget, given?: string) {
  const { result } = await runCombination(
    parse(steps, given),
    {},
    { kinds: await shippedPrograms(), ...(target ? { target } : {}) },
  )
  return result
}

describe('a file that does not load says where and why', () => {
  test.each<[what: string, step: string, said: readonly string[]]>([
    ['no path', 'http: { method: GET }', ['x.yaml:4:5', 'http lacks "path"']],
    ['a path without a slash', 'http: { path: Users }', ['x.yaml:4:19', 'A path begins with a slash', '"Users"']],
    [
      'an address instead of a path',
      'http: { path: "https://a.example/Users" }',
      ['x.yaml:4:19', 'begins with a slash'],
    ],
    ['another program', 'http: { to: entr, path: /v1.0/users }', ['x.yaml:4:17', 'Did you mean "entra"?']],
    ['another method', 'http: { method: PACTH, path: / }', ['x.yaml:4:21', 'Did you mean "PATCH"?']],
    [
      'a misspelt key',
      'http: { path: /, hedaers: {} }',
      ['x.yaml:4:22', 'knows no "hedaers"', 'Did you mean "headers"?'],
    ],
    ['a status that is none', 'http: { path: /, expect: { status: 20 } }', ['x.yaml:4:40', 'http: expect.status']],
    [
      'a misspelt part of the answer',
      'http: { path: /, expect: { stauts: 200 } }',
      ['x.yaml:4:32', 'Did you mean "status"?'],
    ],
    [
      'a misspelt matcher',
      'http: { path: /, expect: { body: { a: { $contain: b } } } }',
      ['x.yaml:4:45', 'There is no matcher "$contain"', 'Did you mean "$contains"?'],
    ],
    [
      'a matcher with a wrong operand',
      'http: { path: /, expect: { body: { $size: x } } }',
      ['x.yaml:4:40', 'takes a number'],
    ],
    [
      'a capture of what no answer has',
      'http: { path: /, capture: { id: bdoy.id } }',
      ['x.yaml:4:33', 'Did you mean "body"?'],
    ],
    [
      'a capture by a name that is none',
      'http: { path: /, capture: { a-b: body.id } }',
      ['x.yaml:4:38', 'capture.a-b'],
    ],
    ['a capture of another kind', 'http: { path: /, capture: { id: [1] } }', ['x.yaml:4:37', 'http: capture.id']],
    ['a capture that hides the matrix', 'http: { path: /, capture: { matrix: body.id } }', ['x.yaml:4:33', 'matrix']],
    ['a body and a form', 'http: { path: /, body: {}, form: {} }', ['x.yaml:4:38', 'not both']],
    [
      'a name that nothing has captured',
      `http: { path: "/Users/\${ana}" }`,
      ['x.yaml:4:19', 'no step before this one saves "ana"'],
    ],
  ])('%s', (_, step, said) => {
    const message = rejection(step)
    for (const text of said) expect(message).toContain(text)
  })

  test('a captured name is known to the steps behind it, and a misspelt one is told with the nearest', () => {
    const capture = 'http: { path: /Users, capture: { ana: body.id } }'
    expect(rejection(capture, `http: { path: "/Users/\${ana}" }`)).toBe('accepted')
    expect(rejection(capture, `http: { path: "/Users/\${anna}" }`)).toContain('Did you mean "ana"?')
  })
})

const SOURCE = 'receiver.add-source: { kind: Entra ID, activate: true }'
const ANA = `http: { method: POST, path: /Users, body: { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: ana@a.example,
      displayName: Ana, externalId: a1, name: { familyName: A, givenName: Ana },
      emails: [{ type: work, primary: true, value: ana@a.example }] },
      expect: { status: 201, headers: { location: { $contains: /Users/ } } },
      capture: { ana: body.id, at: headers.location } }`

describe('the target', () => {
  test('is asked below its base URL with the token of the source, and what is captured is used', async () => {
    const steps = [
      SOURCE,
      ANA,
      `http: { path: /Users, query: { filter: 'userName eq "ana@a.example"' }, expect: { body: { totalResults: 1, Resources: [{ id: "\${ana}" }] } } }`,
      `http: { path: "/Users/\${ana}", expect: { body: { userName: ana@a.example, meta: { location: "\${at}" } } } }`,
      `http: { method: DELETE, path: "/Users/\${ana}", expect: { status: 204, body: { $absent: true } } }`,
      'expect: { view: directory.users, gone: [ana@a.example] }',
    ]
    expect(await run(steps)).toMatchObject({ outcome: 'passed', requests: 0 })
  })

  test('a refusal that nobody expects ends the run; an expected one does not', async () => {
    const refused = await run([SOURCE, 'http: { path: /Users/nobody }'])
    expect(refused.steps.at(-1)?.message).toContain('GET /Users/nobody was answered 404')
    expect((await run([SOURCE, 'http: { path: /Users/nobody, expect: { status: 404 } }'])).outcome).toBe('passed')
    expect((await run([SOURCE, 'http: { path: /Users, signedIn: false, expect: { status: 401 } }'])).outcome).toBe(
      'passed',
    )
  })

  test('what is not as expected is told with its line and both values', async () => {
    const [, step] = (await run([SOURCE, 'http: { path: /Users, expect: { body: { totalResults: 7 } } }'])).steps
    const differences = [{ attribute: 'body.totalResults', expected: '7', actual: '0' }]
    expect(step).toMatchObject({
      outcome: 'failed',
      expectations: [{ line: 5, column: 27, failures: [{ differences }] }],
    })
  })

  test('what cannot be captured is told with its place and the answer', async () => {
    const [, step] = (await run([SOURCE, 'http: { path: /Users, capture: { id: body.Resources.0.id } }'])).steps
    expect(step?.message).toMatch(/^line 5:42: the answer has no body\.Resources\.0\.id\. It was 200: \{"schemas"/)
  })

  test('nobody is asked before there is access', async () => {
    expect((await run(['http: { path: /Users }'])).steps[0]?.message).toContain('No client has access')
  })
})

describe('programs', () => {
  test.each<[what: string, step: string]>([
    ['Graph', 'http: { to: entra, path: /v1.0/users, expect: { body: { value: [] } } }'],
    ['Graph beta', 'http: { to: entra, path: /beta/users, query: { $top: 1 }, expect: { status: 200 } }'],
    ['Graph without a token', 'http: { to: entra, path: /v1.0/users, signedIn: false, expect: { status: 401 } }'],
    ['keys of the tenant', 'http: { to: entra, path: /common/discovery/v2.0/keys, expect: { body: { keys: [{}] } } }'],
    [
      'JumpCloud V1',
      'http: { to: jumpcloud, path: /api/systemusers, expect: { body: { totalCount: 0, results: [] } } }',
    ],
    ['JumpCloud V2', 'http: { to: jumpcloud, path: /api/v2/groups, expect: { body: [] } }'],
    [
      'Directory Insights',
      'http: { to: jumpcloud, method: POST, path: /insights/directory/v1/events, body: { service: [all], start_time: 2026-01-01T00:00:00Z }, expect: { status: 200, body: [] } }',
    ],
    [
      'a key that is none',
      'http: { to: jumpcloud, path: /api/systemusers, headers: { x-api-key: none }, expect: { status: 401 } }',
    ],
    [
      'the token endpoint',
      'http: { to: receiver, method: POST, path: /oauth/token, form: { grant_type: client_credentials }, expect: { status: { $oneOf: [400, 401, 404] } } }',
    ],
  ])('%s', async (_, step) => {
    expect((await run([step])).steps).toMatchObject([{ outcome: 'passed' }])
  })

  test('a member with dots in its name is captured', async () => {
    const person = (name: string) =>
      `entra.create-user: { userPrincipalName: ${name}@contoso.example, displayName: ${name} }`
    const steps = [
      ...[person('a'), person('b')],
      'http: { to: entra, path: /v1.0/users, query: { $top: 1 }, capture: { next: body.@odata.nextLink } }',
      `expect: { view: entra.users, count: 2, where: { id: { $not: "\${next}" } } }`,
    ]
    expect((await run(steps)).outcome).toBe('passed')
  })
})

describe('what is secret stays so', () => {
  const SECRETS = ['written-by-hand-1', 'in-a-pair-12345', 'in-a-form-12345']

  test.each<[what: string, step: string]>([
    [
      'in a header',
      'http: { to: entra, path: /v1.0/users, headers: { Authorization: Bearer written-by-hand-1 }, expect: { body: written-by-hand-1 } }',
    ],
    [
      'in a pair of Graph',
      'http: { to: entra, method: POST, path: /v1.0/x, body: { value: [{ key: SecretToken, value: in-a-pair-12345 }] }, expect: { body: in-a-pair-12345 } }',
    ],
    [
      'in a form',
      'http: { to: receiver, method: POST, path: /oauth/token, form: { client_secret: in-a-form-12345 }, expect: { body: in-a-form-12345 } }',
    ],
  ])('%s', async (_, step) => {
    const result = await run([step])
    expect(result.outcome).toBe('failed')
    for (const secret of SECRETS) expect(JSON.stringify(result)).not.toContain(secret)
    expect(JSON.stringify(result)).toContain('[redacted]')
  })

  test('an access token that was answered', async () => {
    const form = `form: { grant_type: client_credentials, client_id: "\${source.clientId}", client_secret: "\${source.clientSecret}" }`
    const steps = [
      `${SOURCE}\n    save: source`,
      `http: { to: receiver, method: POST, path: /oauth/token, ${form}, capture: { token: body.access_token } }`,
      `http: { path: /Users, headers: { Authorization: "Bearer \${token}" }, expect: { body: { totalResults: "\${token}" } } }`,
    ]
    const result = await run(steps, undefined, '\ngiven: { receiver: { profile: rfc } }')
    const differences = result.steps[2]?.expectations[0]?.failures[0]?.differences
    expect(differences).toEqual([{ attribute: 'body.totalResults', expected: '"[redacted]"', actual: '0' }])
  })
})

describe('a foreign target', () => {
  const THEIRS = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'theirs@b.example' }
  const USERS = async () => (await ask('GET', '/Users')).Resources as readonly Record<string, unknown>[]
  let receiver: ReturnType<typeof createReceiver>
  let url: string

  beforeEach(async () => {
    receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'a-token-of-theirs' }] })
    url = `${(await receiver.listen({ port: 0 })).url}/scim/v2`
  })
  afterEach(() => receiver.close())

  async function ask(method: string, path: string, body?: object) {
    const headers = { authorization: 'Bearer a-token-of-theirs', 'content-type': 'application/scim+json' }
    const answer = await fetch(`${url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    return (await answer.json()) as Record<string, unknown>
  }

  const runThere = async (...steps: string[]) =>
    run([SOURCE, ...steps], await tokenTarget(url, 'a-token-of-theirs', { ledgerFolder: false }))

  test('gets the run’s own, in its names, and nothing is left', async () => {
    await ask('POST', '/Users', THEIRS)
    const own = [ANA, `http: { path: "/Users/\${ana}", expect: { body: { userName: ana@a.example } } }`]
    const result = await runThere(...own, 'expect: { view: directory.users, exactly: { ana@a.example: {} } }')
    expect(result).toMatchObject({ outcome: 'passed', leftBehind: [] })
    expect((await USERS()).map(({ userName }) => userName)).toEqual(['theirs@b.example'])
  })

  test.each<[what: string, step: (id: string) => string]>([
    ['a DELETE of somebody', (id) => `http: { method: DELETE, path: /Users/${id} }`],
    [
      'a PATCH of somebody',
      (id) =>
        `http: { method: PATCH, path: /Users/${id}, body: { Operations: [{ op: replace, path: active, value: false }] } }`,
    ],
    ['a PUT of somebody', (id) => `http: { method: PUT, path: /Users/${id}, body: { userName: x@a.example } }`],
    [
      'a bulk request that names somebody',
      (id) => `http: { method: POST, path: /Bulk, body: { Operations: [{ method: DELETE, path: /Users/${id} }] } }`,
    ],
    [
      'a group with somebody in it',
      (id) => `http: { method: POST, path: /Groups, body: { displayName: g, members: [{ value: ${id} }] } }`,
    ],
    ['a way around the path', (id) => `http: { method: DELETE, path: /Groups/../Users/${id} }`],
    ['a write to another address', () => 'http: { method: POST, path: /Schemas, body: {} }'],
    [
      'a GET that says it is another',
      (id) => `http: { path: /Users/${id}, headers: { X-HTTP-Method-Override: DELETE } }`,
    ],
  ])('%s is not sent, and the message says why', async (_, step) => {
    const { id } = await ask('POST', '/Users', THEIRS)
    const before = await USERS()
    const result = await runThere(step(String(id)))
    expect(result.outcome).not.toBe('passed')
    expect(result.stops).not.toEqual([])
    expect(result.steps[1]?.message).toContain('was not sent')
    expect(await USERS()).toEqual(before)
  })

  test('has no interfaces of a receiver of ours: what asks them is skipped, with all that uses its answer', async () => {
    const result = await runThere(
      'http: { to: receiver, path: /admin, capture: { one: body.id } }',
      `http: { path: "/Users/\${one}" }`,
      'http: { to: entra, path: /v1.0/users, expect: { body: { value: [] } } }',
    )
    expect(result.steps.map(({ outcome }) => outcome)).toEqual(['passed', 'skipped', 'skipped', 'passed'])
    expect(result.steps[1]?.skip).toMatchObject({ code: 'product-rule', name: 'http to receiver' })
  })
})
