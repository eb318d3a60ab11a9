import { expect, test } from 'vitest'
import { sampleHead } from './sample-head.ts'
import { type Head, outcomeOf, sentenceOf } from './sentences.ts'

const head = sampleHead

test.each<[Partial<Head>, string]>([
  [
    { purpose: 'match', filter: 'userName eq "anna@x"', found: 0, name: null },
    'Entra ID asks whether there is a user with userName "anna@x": nobody.',
  ],
  [
    { purpose: 'match', filter: 'externalId sw "a"', found: 2 },
    'Entra ID asks whether there is a user with externalId sw "a": 2 were found.',
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
  [
    { status: null, failure: 'timeout: no answer in 30 s' },
    'Entra ID changes Anna Berg: no answer (timeout: no answer in 30 s).',
  ],
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
    'Entra ID changes Anna Berg: no answer (timeout: No answer in time); a fault was set: lost-answer.',
  ],
  [{ status: 400 }, 'Entra ID changes Anna Berg: refused with 400.'],
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
