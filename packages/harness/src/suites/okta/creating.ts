// The requests of Okta's test that make a person, exactly in the form in which Okta makes one.
import { urns } from '@scimulator/shared/scim'
import { type Answer, idIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import type { Body } from '../../examine/person.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { Section } from '../suite.ts'
import { type Expectation, equal, noteAll, present, rowOf, schema, status } from './expectation.ts'

interface Person {
  readonly userName: string
  readonly givenName: string
  readonly familyName: string
}

function newPerson(q: Questioner): Person {
  const name = q.name()
  // In letters of both cases: the test compares them, and endpoints that store small ones fail it (PostHog/posthog#42253).
  return { userName: `${name}-Ada@${q.facts.emailDomain}`, givenName: 'Ada', familyName: `Of ${name}` }
}

function bodyOf({ userName, givenName, familyName }: Person): Body {
  const emails = [{ primary: true, value: userName, type: 'work' }]
  const displayName = `${givenName} ${familyName}`
  return { schemas: [urns.user], userName, name: { givenName, familyName }, emails, displayName, active: true }
}

/** Plain application/json, as Okta's test sends it. */
function create(q: Questioner, person: Person): Asking<Answer> {
  const accept = 'application/scim+json; charset=utf-8'
  return q.send('POST', '/Users', { body: bodyOf(person), contentType: 'application/json', accept })
}

function created({ userName, givenName, familyName }: Person): readonly Expectation[] {
  return [
    status(201),
    equal('active', 'active', true, 'The person is active.'),
    present('id', 'id'),
    equal('family-name', 'name.familyName', familyName, 'The family name is the one that was sent.'),
    equal('given-name', 'name.givenName', givenName, 'The given name is the one that was sent.'),
    schema(urns.user),
    equal('user-name', 'userName', userName, 'The userName is the one that was sent, in its case.'),
  ]
}

function readAgain({ userName, givenName, familyName }: Person): readonly Expectation[] {
  return [
    status(200),
    equal('user-name', 'userName', userName, 'The userName is the one that was sent, in its case.'),
    equal('family-name', 'name.familyName', familyName, 'The family name is the one that was sent.'),
    equal('given-name', 'name.givenName', givenName, 'The given name is the one that was sent.'),
  ]
}

const NOBODY: Person = { userName: '', givenName: '', familyName: '' }

export const newPersonMade: Section = {
  id: 'okta-create',
  source: 'request 6, required',
  title: 'A new person',
  rows: created(NOBODY).map((one) => rowOf(one)),
  questions: [
    {
      decides: created(NOBODY).map(({ id }) => id),
      *ask(q, note) {
        const person = newPerson(q)
        noteAll(note, yield* create(q, person), created(person))
      },
    },
  ],
}

export const newPersonRead: Section = {
  id: 'okta-read-again',
  source: 'request 7, required',
  title: 'The new person, read again',
  rows: readAgain(NOBODY).map((one) => rowOf(one)),
  questions: [
    {
      decides: readAgain(NOBODY).map(({ id }) => id),
      *ask(q, note) {
        const person = newPerson(q)
        const id = idIn((yield* create(q, person)).body)
        q.need('okta-create/id', id !== undefined)
        const read = (): Asking<Answer> => q.send('GET', `/Users/${encodeURIComponent(id ?? '')}`)
        noteAll(note, yield* q.until(read, ({ status: found }) => found === 200), readAgain(person))
      },
    },
  ],
}

export const madeTwice: Section = {
  id: 'okta-made-twice',
  source: 'request 8, required',
  title: 'The same person once more',
  rows: [rowOf(status(409))],
  questions: [
    {
      decides: ['status-409'],
      *ask(q, note) {
        const person = newPerson(q)
        q.need('okta-create/status-201', (yield* create(q, person)).ok)
        noteAll(note, yield* create(q, person), [status(409)])
      },
    },
  ],
}
