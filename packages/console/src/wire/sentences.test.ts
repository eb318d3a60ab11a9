import { expect, test } from 'vitest'
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
