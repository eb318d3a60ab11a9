// What of a run's own a target shows, whatever it does wrong. The endpoint is a table of answers.
import type { Send } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { readOwn, type Twins } from '../../src/target/read-own.ts'
import { createRunLedger, type LedgerEntry } from '../../src/target/run-ledger.ts'
import { createRunNames } from '../../src/target/run-names.ts'
import { UnreadableTarget } from '../../src/target/scim-reading.ts'

const names = createRunNames({ runId: 'abcd1234' })
const [ana, ben] = [names.name('ana@c.test'), names.name('ben@c.test')]
const access = { url: 'https://scim.example.com', token: 't' }

type Answers = Readonly<Record<string, { status: number; body?: unknown }>>

function endpoint(answers: Answers): { send: Send; asked: string[] } {
  const asked: string[] = []
  const send: Send = async (request) => {
    const path = decodeURIComponent(request.url.slice(access.url.length))
    asked.push(path)
    const { status, body } = answers[path.split('?')[0] ?? ''] ?? { status: 404 }
    const text = body === undefined ? '' : JSON.stringify(body)
    return { request, startedAt: 0, durationMs: 0, response: { status, headers: [], body: text } }
  }
  return { send, asked }
}

const MADE: LedgerEntry[] = [
  { event: 'posting', seq: 1, kind: 'Users', name: ana },
  { event: 'made', seq: 1, kind: 'Users', id: '1' },
  { event: 'posting', seq: 2, kind: 'Users', name: ben },
  { event: 'made', seq: 2, kind: 'Users', id: '2' },
]

const noTwins = (): Twins => ({ sought: new Set(), found: new Map() })

async function read(answers: Answers, entries: LedgerEntry[] = MADE, twins = noTwins()) {
  const { send, asked } = endpoint(answers)
  const ledger = createRunLedger(entries)
  const resources = await readOwn({ access, names, ledger, adopted: [], send, twins }, 'Users')
  return { read: resources.map(({ id, userName }) => `${id} ${names.plain(String(userName))}`), asked }
}

const user = (id: string, userName: string) => ({ id, userName })
const found = (id: string, userName: string) => ({ status: 200, body: user(id, userName) })
const list = (...Resources: object[]) => ({ status: 200, body: { totalResults: Resources.length, Resources } })
const gone = (id: string): LedgerEntry => ({ event: 'gone', kind: 'Users', id })

test('each id of the run is asked for, and nothing is listed but what has its names', async () => {
  const { read: seen, asked } = await read({ '/Users/1': found('1', ana), '/Users/2': found('2', ben) })
  expect(seen).toEqual(['1 ana@c.test', '2 ben@c.test'])
  const byName = [ana, ben].map((name) => `/Users?filter=userName eq "${name}"`)
  expect(asked.sort()).toEqual(['/Users/1', '/Users/2', ...byName].sort())
})

test.each([404, 410])('%i means that it is not there', async (status) => {
  expect((await read({ '/Users/1': { status }, '/Users/2': found('2', ben) })).read).toEqual(['2 ben@c.test'])
})

test('one that was deleted is asked for too, and shown when the endpoint has kept it', async () => {
  const entries = [...MADE, gone('1')]
  expect((await read({ '/Users/2': found('2', ben) }, entries)).read).toEqual(['2 ben@c.test'])
  const kept = { '/Users/1': found('1', ana), '/Users/2': found('2', ben) }
  expect((await read(kept, entries)).read).toEqual(['2 ben@c.test', '1 ana@c.test'])
})

test('an id that was given to somebody else since is not read as the run’s own', async () => {
  const answers = { '/Users/1': found('1', 'stranger@corp.example'), '/Users/2': found('2', ben) }
  expect((await read(answers, [...MADE, gone('1')])).read).toEqual(['2 ben@c.test'])
})

test('a second account under one name is found, although no answer has told of it', async () => {
  const answers = {
    '/Users/1': found('1', ana),
    '/Users/2': found('2', ben),
    '/Users': list(user('1', ana), user('9', ana)),
  }
  expect((await read(answers)).read).toEqual(['1 ana@c.test', '2 ben@c.test', '9 ana@c.test'])
})

test('a name is asked for once after its POST; a twin that was found is read again by its id', async () => {
  const twins = noTwins()
  const both = { '/Users/1': found('1', ana), '/Users/2': found('2', ben), '/Users/9': found('9', ana) }
  const first = await read({ ...both, '/Users': list(user('1', ana), user('9', ana)) }, MADE, twins)
  expect(first.read).toContain('9 ana@c.test')
  const again = await read(both, MADE, twins)
  expect(again.read).toEqual(first.read)
  expect(again.asked.sort()).toEqual(['/Users/1', '/Users/2', '/Users/9'])
})

test('somebody whom a list calls by the name that was asked for, and who is another, is not read as the run’s own', async () => {
  const twins = noTwins()
  const answers = { '/Users/1': found('1', ana), '/Users/2': found('2', ben), '/Users': list(user('9', ana)) }
  await read(answers, MADE, twins)
  const stranger = { ...answers, '/Users/9': found('9', 'stranger@corp.example') }
  expect((await read(stranger, MADE, twins)).read).toEqual(['1 ana@c.test', '2 ben@c.test'])
  expect(twins.found.size).toBe(0)
})

test('a name for which the endpoint had an error is asked for again', async () => {
  const twins = noTwins()
  const both = { '/Users/1': found('1', ana), '/Users/2': found('2', ben) }
  await read({ ...both, '/Users': { status: 503 } }, MADE, twins)
  expect((await read({ ...both, '/Users': list(user('9', ana)) }, MADE, twins)).read).toContain('9 ana@c.test')
})

test.each([
  ['that ignores the filter', list(user('7', 'stranger@corp.example'), user('8', `x${ana}`))],
  ['that refuses the filter', { status: 400, body: { status: '400' } }],
  ['that answers nonsense', { status: 200, body: ['nothing'] }],
])('an endpoint %s adds nobody', async (_name, listed) => {
  const answers = { '/Users/1': found('1', ana), '/Users/2': found('2', ben), '/Users': listed }
  expect((await read(answers)).read).toEqual(['1 ana@c.test', '2 ben@c.test'])
})

test.each([
  ['500', { status: 500, body: {} }],
  ['a page', { status: 200 }],
  ['a list', { status: 200, body: [] }],
])('%s says neither, so that nothing is concluded from it', async (_name, answer) => {
  await expect(read({ '/Users/1': answer })).rejects.toThrow(UnreadableTarget)
})
