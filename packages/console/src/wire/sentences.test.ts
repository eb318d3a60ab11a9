import { expect, test } from 'vitest'
import { nextOf } from './next-exchange.ts'
import { sampleHead } from './sample-head.ts'
import { type Head, outcomeOf, sentenceOf } from './sentences.ts'

const head = sampleHead

const effect = (action: string, change: Partial<Head['effects'][number]> = {}) => ({
  source: 'own' as const,
  object: 'member',
  objectId: 'm1',
  name: 'anna@contoso.example',
  action,
  reason: null,
  attributes: [],
  ...change,
})

test.each<[Partial<Head>, string]>([
  [
    { purpose: 'match', filter: 'userName eq "anna@x"', found: 0, name: null },
    'Entra ID asks whether there is a user with userName "anna@x": nobody, so it can be created.',
  ],
  [
    { purpose: 'match', filter: 'externalId sw "a"', found: 2 },
    'Entra ID asks whether there is a user with externalId sw "a": 2 were found, so nobody can decide which it is.',
  ],
  [{ purpose: 'read' }, 'Entra ID reads Anna Berg: answered.'],
  [{ purpose: 'read', status: 404, name: null }, 'Entra ID reads a user: there is none.'],
  [{ purpose: 'create', status: 201, sender: 'jumpcloud' }, 'JumpCloud creates Anna Berg: created.'],
  [{ purpose: 'create', status: 409 }, 'Entra ID creates Anna Berg: refused, it conflicts with another one.'],
  [
    { attributes: ['title', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'] },
    'Entra ID changes Anna Berg (title, department): done.',
  ],
  [{ purpose: 'disable' }, 'Entra ID says that Anna Berg is disabled: done.'],
  [{ purpose: 'enable', status: 429 }, 'Entra ID says that Anna Berg is enabled: asked to come later.'],
  [{ purpose: 'delete', status: 204, object: 'group', name: null }, 'Entra ID deletes a group: deleted.'],
  [
    { purpose: 'change-members', object: 'group', name: 'Sales', added: 2, removed: 1 },
    'Entra ID changes the members of Sales (2 added, 1 removed): done.',
  ],
  [{ purpose: 'list', found: 1 }, 'Entra ID reads a page of users: one was found.'],
  [{ purpose: 'describe', object: null }, 'Entra ID asks what the endpoint can do: answered.'],
  [{ status: null, failure: 'timeout: no answer in 30 s' }, 'Entra ID changes Anna Berg: no answer in time.'],
  [{ status: 503 }, 'Entra ID changes Anna Berg: the endpoint failed with 503.'],
  [{ status: 401, sender: 'my-client' }, 'my-client changes Anna Berg: the token is refused.'],
  [
    { purpose: 'probe', found: 0, name: null },
    'Entra ID looks for a made-up user, to see whether address and token work: nobody, as hoped.',
  ],
  [
    { purpose: 'probe', found: 3, name: null, object: 'group' },
    'Entra ID looks for a made-up group, to see whether address and token work: 3 were found, so the filter is ignored.',
  ],
  [
    { purpose: 'probe', status: 401 },
    'Entra ID looks for a made-up user, to see whether address and token work: the token is refused.',
  ],
  [
    { purpose: 'change-members', object: 'group', name: 'Sales', added: 3, arrived: 2 },
    'Entra ID changes the members of Sales (3 added): 2 arrived, 1 did not.',
  ],
  [
    { purpose: 'change-members', object: 'group', name: 'Sales', added: 3, arrived: 3 },
    'Entra ID changes the members of Sales (3 added): all 3 arrived.',
  ],
  [
    { purpose: 'change-members', object: 'group', name: 'Sales', added: 1, arrived: 0 },
    'Entra ID changes the members of Sales (1 added): none of 1 arrived.',
  ],
  [{ purpose: 'read-linked' }, 'Entra ID reads Anna Berg, whom it knows, to compare: answered.'],
  [{ purpose: 'set-manager' }, 'Entra ID sets the manager of Anna Berg: done.'],
  [{ purpose: 'remove-manager' }, 'Entra ID takes the manager of Anna Berg away: done.'],
  [
    { purpose: 'check-reference', object: 'group', name: 'Sales', found: 0 },
    'Entra ID asks whether a reference of Sales is there already: no.',
  ],
  [{ purpose: 'import', name: null, found: 2 }, 'Entra ID reads a page of users to import: 2 were found.'],
  [
    { purpose: 'test', step: 'T9', sender: 'jumpcloud', method: 'PUT' },
    'JumpCloud tests the connection (T9): deactivates the test user Anna Berg: done.',
  ],
  [{ sender: 'by-hand' }, 'A request by hand changes Anna Berg: done.'],
  [
    { fault: 'lost-answer', status: null, failure: 'timeout: No answer in time' },
    'Entra ID changes Anna Berg: no answer in time; a fault was set: lost-answer.',
  ],
  [{ status: 400 }, 'Entra ID changes Anna Berg: refused with 400.'],
  // What became of it at the receiver.
  [
    { purpose: 'disable', effects: [effect('deactivated')] },
    'Entra ID says that Anna Berg is disabled: done, and deactivates Anna Berg.',
  ],
  [
    { purpose: 'delete', status: 204, effects: [effect('deactivated')] },
    'Entra ID deletes Anna Berg: deleted, and deactivates Anna Berg.',
  ],
  [{ purpose: 'delete', status: 204, effects: [effect('deleted')] }, 'Entra ID deletes Anna Berg: deleted.'],
  [
    { purpose: 'create', status: 201, effects: [effect('created', { object: 'department' }), effect('associated')] },
    'Entra ID creates Anna Berg: created, and takes over Anna Berg.',
  ],
  [{ effects: [effect('none')] }, 'Entra ID changes Anna Berg: answered yes, nothing was changed.'],
  [{ effects: [effect('no change seen')] }, 'Entra ID changes Anna Berg: answered yes, nothing was changed.'],
  [
    { purpose: 'create', status: 409, effects: [effect('refused', { reason: 'The email is taken.' })] },
    'Entra ID creates Anna Berg: refused, it conflicts with another one (The email is taken).',
  ],
  [
    { effects: [effect('changed'), effect('refused', { reason: 'No such department' })] },
    'Entra ID changes Anna Berg: done, but not all of it (No such department).',
  ],
  [
    { purpose: 'disable', status: null, failure: 'timeout: No answer in time', effects: [effect('deactivated')] },
    'Entra ID says that Anna Berg is disabled: no answer in time, but it was carried out, which Entra ID does not know, and deactivates Anna Berg.',
  ],
  [
    { status: null, failure: 'reset: ECONNRESET: cut' },
    'Entra ID changes Anna Berg: the connection was cut (ECONNRESET: cut).',
  ],
  [{ purpose: 'read-linked', status: 404 }, 'Entra ID reads Anna Berg, whom it knows, to compare: it is gone.'],
  [
    { purpose: 'match', filter: 'userName eq "anna@x"', found: 1 },
    'Entra ID asks whether there is a user with userName "anna@x": one was found, and taken for the same.',
  ],
  // Of another client only the bytes are known.
  [
    { purpose: 'match', filter: 'userName eq "anna@x"', found: 1, guessed: true, sender: 'by-hand' },
    'A request by hand asks whether there is a user with userName "anna@x" (guessed): one was found.',
  ],
])('%j', (change, sentence) => {
  expect(sentenceOf(head(change))).toBe(sentence)
})

test.each([
  [200, null, 'good'],
  [404, null, 'watch'],
  [429, null, 'watch'],
  [409, null, 'bad'],
  [500, null, 'bad'],
  [null, 'reset: cut', 'bad'],
] as const)('%j with failure %j is %s', (status, failure, outcome) => {
  expect(outcomeOf({ status, failure })).toBe(outcome)
})

const read = head({ seq: 4, purpose: 'read-linked', method: 'GET' })

test.each<[string, Partial<Head>, string]>([
  ['two values are sent', { attributes: ['title', 'active'] }, '2 values differ (#5)'],
  ['one value is sent', { purpose: 'disable', attributes: ['active'] }, 'one value differs (#5)'],
  ['so many that not all are named', { attributes: [...'abcdefghij'] }, '10 values or more differ (#5)'],
  ['somebody else is next', { objectId: 'b2', method: 'GET' }, 'nothing differs'],
  ['another piece of work is next', { run: 2, method: 'GET' }, 'nothing differs'],
  ['everything is always sent', { method: 'PUT', attributes: ['userName', 'title'] }, 'answered'],
  ['a manager is set, which is no comparison', { purpose: 'set-manager', attributes: ['manager'] }, 'answered'],
])('what is read to compare says what came of it: %s', (_what, later, said) => {
  const next = head({ seq: 5, ...later })
  expect(sentenceOf(read, next)).toBe(`Entra ID reads Anna Berg, whom it knows, to compare: ${said}.`)
})

test('what is not there is compared with nothing, and nobody knows yet what comes of the last one', () => {
  expect(sentenceOf(head({ ...read, status: 404 }), head({ seq: 5 }))).toMatch(/it is gone\.$/)
  expect(sentenceOf(read)).toMatch(/answered\.$/)
})

test('next is what the same sender sends, whatever others send between', () => {
  const others = head({ seq: 5, sender: 'jumpcloud' })
  const own = head({ seq: 6 })
  expect(nextOf([read, others, own], read)).toBe(own)
  expect(nextOf([read, others], read)).toBeUndefined()
})
