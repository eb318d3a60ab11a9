import { expect, test } from 'vitest'
import { type Head, outcomeOf, sentenceOf } from './sentences.ts'

const head = (change: Partial<Head>): Head => ({
  seq: 1,
  sender: 'entra',
  method: 'PATCH',
  url: 'http://127.0.0.1:1/scim/default/v2/Users/a1',
  path: '/Users/a1',
  at: 0,
  durationMs: 1,
  status: 200,
  failure: null,
  purpose: 'update',
  object: 'user',
  objectId: 'a1',
  name: 'Anna Berg',
  filter: null,
  found: null,
  attributes: [],
  added: 0,
  removed: 0,
  ...change,
})

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
