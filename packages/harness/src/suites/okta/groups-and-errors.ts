// The requests of Okta's test about groups, and about answers to mistakes.
import type { Answer } from '../../examine/answer.ts'
import { composed, filterQuery } from '../../examine/facts.ts'
import type { Section } from '../suite.ts'
import { ERROR, type Expectation, equal, noteAll, present, rowOf, schema, status } from './expectation.ts'

const MOST_MS = 600

const GROUPS: readonly Expectation[] = [
  status(200),
  {
    id: 'in-time',
    says: `It is answered in less than ${MOST_MS} ms.`,
    holds: ({ exchange }) => exchange.response !== undefined && exchange.durationMs < MOST_MS,
  },
]

export const groupsThere: Section = {
  id: 'okta-groups',
  source: 'request 10, optional',
  title: 'Groups',
  rows: GROUPS.map((one) => rowOf(one, 'optional')),
  questions: [
    {
      decides: GROUPS.map(({ id }) => id),
      *ask(q, note) {
        noteAll(note, yield* q.send('GET', '/Groups'), GROUPS)
      },
    },
  ],
}

function isErrorSomewhere({ exchange }: Answer): boolean {
  return exchange.response?.body.includes(ERROR) ?? false
}

const UNAUTHORISED: readonly Expectation[] = [
  status(401),
  present('detail', 'detail'),
  equal('status', 'status', 401, 'status is 401.'),
  { id: 'schema-error', says: 'The schema of Error is named.', holds: isErrorSomewhere },
]

export const wrongToken: Section = {
  id: 'okta-wrong-token',
  source: 'request 11, required',
  title: 'A wrong token',
  rows: UNAUTHORISED.map((one) => rowOf(one)),
  questions: [
    {
      decides: UNAUTHORISED.map(({ id }) => id),
      *ask(q, note) {
        const rest = q.facts.headers.filter(([name]) => name.toLowerCase() !== 'authorization')
        const headers = [...rest, ['Authorization', 'non-token'] as const]
        const filter = filterQuery(`userName eq ${JSON.stringify(`${q.name()}@${q.facts.emailDomain}`)}`)
        const [answer] = yield* q.together([composed({ ...q.facts, headers }, 'GET', `/Users?${filter}`)])
        if (answer) noteAll(note, answer, UNAUTHORISED)
      },
    },
  ],
}

const MISSING: readonly Expectation[] = [
  status(404),
  present('detail', 'detail'),
  equal('status', 'status', 404, 'status is 404.'),
  schema(ERROR),
]

export const missingPerson: Section = {
  id: 'okta-missing-person',
  source: 'request 12, required',
  title: 'A person who is not there',
  rows: MISSING.map((one) => rowOf(one)),
  questions: [
    {
      decides: MISSING.map(({ id }) => id),
      *ask(q, note) {
        noteAll(note, yield* q.send('GET', `/Users/009-${q.name()}`), MISSING)
      },
    },
  ],
}
