import type { Exchange } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { createPrivacy } from './privacy.ts'

const BASE = 'https://scim.example/v2'

function privacy() {
  return createPrivacy({ base: BASE, key: 'k', isOurs: ({ id }) => id === 'mine' })
}

function answered(path: string, status: number, body: unknown, sent?: string): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const request = { method: 'GET' as const, url: `${BASE}${path}`, headers: [], ...(sent ? { body: sent } : {}) }
  return { request, startedAt: 0, durationMs: 0, response: { status, headers: [], body: text } }
}

const bodyOf = ({ response }: Exchange): unknown => JSON.parse(response?.body ?? '')

const RUTH = { id: 'r1', userName: 'ruth@corp.test', displayName: 'Ruth Canary', active: true, title: 'Comptroller' }

test('a list keeps its envelope and what is ours; the others are an id and a hash', () => {
  const list = { totalResults: 2, itemsPerPage: 2, Resources: [{ id: 'mine', userName: 'ana' }, RUTH] }
  const kept = privacy().kept(answered('/Users', 200, list))
  expect(bodyOf(kept)).toEqual({
    totalResults: 2,
    itemsPerPage: 2,
    Resources: [
      { id: 'mine', userName: 'ana' },
      { id: 'r1', notOurs: expect.stringMatching(/^[0-9a-f]{12}$/) },
    ],
  })
})

test('members and managers of our own resources are held to the same', () => {
  const group = {
    id: 'mine',
    displayName: 'Team',
    members: [
      { value: 'mine', display: 'Ana' },
      { value: 'r1', display: 'Ruth' },
    ],
  }
  const kept = bodyOf(privacy().kept(answered('/Groups/mine', 200, group)))
  expect(kept).toMatchObject({
    members: [
      { value: 'mine', display: 'Ana' },
      { value: 'r1', notOurs: expect.any(String) },
    ],
  })
  const user = {
    id: 'mine',
    emails: [{ value: 'ana@x', type: 'work' }],
    'urn:x:User': { manager: { value: 'r1', displayName: 'Ruth' } },
  }
  expect(JSON.stringify(bodyOf(privacy().kept(answered('/Users/mine', 200, user))))).not.toContain('Ruth')
  expect(bodyOf(privacy().kept(answered('/Users/mine', 200, user)))).toMatchObject({ emails: [{ value: 'ana@x' }] })
})

test.each([
  ['userName "ruth@corp.test" is already taken by Ruth Canary', 'userName "…" is already taken by …'],
  ["Attribute 'emails' expected to be a collection", "Attribute 'emails' expected to be a collection"],
  ['ana@example.com exists, as does +49 30 901820', 'ana@example.com exists, as does +49 30 …'],
  ['<html><title>500 Internal Server Error</title>', '<html><title>500 Internal Server Error</title>'],
])('an error keeps words that name nobody: %s', (detail, expected) => {
  const exchange = answered('/Users', 409, { status: '409', detail }, '{"userName":"ana@example.com"}')
  expect(bodyOf(privacy().vetted(exchange))).toEqual({ status: '409', detail: expected })
})

test('a page that is not JSON is held to the same, whatever its status', () => {
  const { response } = privacy().vetted(answered('/Users', 200, '<h1>Hello Ruth Canary</h1>'))
  expect(response?.body).toBe('<h1>…</h1>')
})

test('what was read of others is struck out of texts, but for words that the run has said itself', () => {
  const { vetted, swept, exempt } = privacy()
  vetted(answered('/Users', 200, { Resources: [RUTH, { id: 'r2', title: 'Engineer', nickName: 'Bo' }] }))
  exempt('jobTitle: Engineer')
  const text = swept('title was Comptroller of ruth@corp.test (RUTH CANARY), now Engineer; Ruth Canaryville stays')
  expect(text).toMatch(
    /^title was \[not ours \w+\] of \[not ours \w+\] \(\[not ours \w+\]\), now Engineer; Ruth Canaryville stays$/,
  )
})

test.each([
  ['a number that begins with a sign', { value: '+1 202 555 0199' }, 'call +1 202 555 0199, please'],
  ['a name of several words, in another case', { value: "Seán O'Brien-Núñez" }, "for SEÁN O'BRIEN-NÚÑEZ."],
  ['one in another script', { value: '刘小明' }, 'of 刘小明 here'],
  [
    'a word that others begin with as well',
    { value: 'Canary', others: ['Canary Wharf', 'Canary Islands'] },
    'the Canary sings',
  ],
  ['the longest of several that begin alike', { value: 'Canary Islands', others: ['Canary'] }, 'in Canary Islands'],
])('struck out: %s', (_, stranger, text) => {
  const { vetted, swept } = privacy()
  vetted(answered('/Users', 200, { Resources: [{ id: 'r2', ...stranger }] }))
  expect(swept(text)).toMatch(/\[not ours [0-9a-f]{12}\]/)
  expect(swept(text).toLowerCase()).not.toContain(stranger.value.toLowerCase())
})
