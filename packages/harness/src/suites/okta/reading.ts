// The requests of Okta's test that read people.
import { asText } from '@scimulator/shared/scim'
import type { Answer } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { Section } from '../suite.ts'
import {
  ERROR,
  type Expectation,
  equal,
  LIST_RESPONSE,
  noteAll,
  numeric,
  present,
  rowOf,
  schema,
  status,
} from './expectation.ts'

const FIRST: readonly Expectation[] = [
  status(200),
  present('resources', 'Resources', 'There are resources.'),
  schema(LIST_RESPONSE),
  numeric('itemsPerPage'),
  numeric('startIndex'),
  numeric('totalResults'),
  present('id', 'Resources[0].id', 'The first person of the list has an id.'),
  present('family-name', 'Resources[0].name.familyName', 'The first person of the list has a family name.'),
  present('given-name', 'Resources[0].name.givenName', 'The first person of the list has a given name.'),
  present('user-name', 'Resources[0].userName', 'The first person of the list has a userName.'),
  present('active', 'Resources[0].active', 'The first person of the list says whether they are active.'),
  present('email', 'Resources[0].emails[0].value', 'The first person of the list has an email address.'),
]

/** The first user: an account of the system without a name makes the test fail. */
export const firstPerson: Section = {
  id: 'okta-first-person',
  source: 'request 1, required',
  title: 'The first person of the list',
  rows: FIRST.map((one) => rowOf(one)),
  questions: [
    {
      decides: FIRST.map(({ id }) => id),
      *ask(q, note) {
        yield* q.create()
        noteAll(note, yield* q.send('GET', '/Users?count=1&startIndex=1'), FIRST)
      },
    },
  ],
}

const ONE: readonly Expectation[] = [
  status(200),
  present('id', 'id'),
  present('family-name', 'name.familyName'),
  present('given-name', 'name.givenName'),
  present('user-name', 'userName'),
  present('active', 'active'),
  present('email', 'emails[0].value'),
]

/** Okta's test takes the first person of the list; ours takes one of its own. */
export const onePerson: Section = {
  id: 'okta-one-person',
  source: 'request 2, required',
  title: 'A person by id',
  rows: [
    ...ONE.map((one) => rowOf(one)),
    { id: 'same-id', level: 'required', says: 'The id is the one that was asked for.' },
  ],
  questions: [
    {
      decides: [...ONE.map(({ id }) => id), 'same-id'],
      *ask(q, note) {
        const made = yield* q.create()
        noteAll(note, yield* q.read(made), [
          ...ONE,
          equal('same-id', 'id', made.id, 'The id is the one that was asked for.'),
        ])
      },
    },
  ],
}

const NOBODY: readonly Expectation[] = [
  status(200),
  schema(LIST_RESPONSE),
  { id: 'none', says: 'totalResults is 0.', holds: ({ body }) => asText(body?.totalResults) === '0' },
]

function nobodySection(id: string, source: string, title: string): Section {
  return {
    id,
    source,
    title,
    rows: NOBODY.map((one) => rowOf(one)),
    questions: [
      {
        decides: NOBODY.map((one) => one.id),
        *ask(q, note) {
          noteAll(note, yield* byUserName(q, `${q.name()}@${q.facts.emailDomain}`), NOBODY)
        },
      },
    ],
  }
}

export const nobodyByName = nobodySection('okta-nobody', 'request 3, required', 'A userName that no user has')

export const notYetThere = nobodySection(
  'okta-not-yet-there',
  'request 5, required',
  'The person to be made is not there',
)

function byUserName(q: Questioner, userName: string): Asking<Answer> {
  return q.send('GET', `/Users?${filterQuery(`userName eq ${JSON.stringify(userName)}`)}`)
}

const NOT_FOUND: readonly Expectation[] = [status(404), present('detail', 'detail'), schema(ERROR)]

export const unknownId: Section = {
  id: 'okta-unknown-id',
  source: 'request 4, required',
  title: 'An id that no user has',
  rows: NOT_FOUND.map((one) => rowOf(one)),
  questions: [
    {
      decides: NOT_FOUND.map(({ id }) => id),
      *ask(q, note) {
        noteAll(note, yield* q.send('GET', `/Users/${q.name()}`), NOT_FOUND)
      },
    },
  ],
}

export const inCapitals: Section = {
  id: 'okta-in-capitals',
  source: 'request 9, required',
  title: 'The userName in capitals',
  rows: [rowOf(status(200))],
  questions: [
    {
      decides: ['status-200'],
      *ask(q, note) {
        const made = yield* q.create()
        noteAll(note, yield* byUserName(q, asText(made.sent.userName).toUpperCase()), [status(200)])
      },
    },
  ],
}
