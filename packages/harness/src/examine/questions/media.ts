import { type Answer, idIn, listIn } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { filterQuery } from '../facts.ts'
import { personBody } from '../person.ts'
import type { Question } from '../question.ts'
import type { Questioner } from '../questioner.ts'

/** The envelope of requests: media types, the missing User-Agent, a double slash. */
export const media: Question = {
  id: 'media',
  asks: 'requests are taken in the envelope that the services send',
  checks: [
    'media/scim-json-taken',
    'media/charset-taken',
    'media/plain-json-taken',
    'media/accept-json-answered',
    'media/no-user-agent-answered',
    'media/double-slash-answered',
  ],
  *ask(q) {
    const control = yield* q.send('GET', `/Users?${filterQuery(`userName eq "${q.name()}"`)}`)
    yield* bodies(q)
    const json = yield* q.send('GET', '/Users?count=1&startIndex=1', { accept: 'application/json' })
    const ours = yield* q.send('GET', '/Users?count=1&startIndex=1')
    q.need('look-up/answered', ours.ok)
    q.check('media/accept-json-answered', json.ok, json, `With Accept: application/json it is answered ${json.status}.`)
    const bare = yield* q.send('GET', '/Users?count=1&startIndex=1', { userAgent: false })
    q.check('media/no-user-agent-answered', bare.ok, bare, `Without a User-Agent it is answered ${bare.status}.`)
    if (!control.ok) return q.block('media/double-slash-answered', 'look-up/nobody-answers-200')
    const double = yield* q.send('GET', `//Users?${filterQuery(`userName eq "${q.name()}"`)}`)
    q.check(
      'media/double-slash-answered',
      listIn(double) !== undefined,
      double,
      `//Users is answered ${double.status}.`,
    )
  },
}

const TYPES = [
  ['media/scim-json-taken', 'application/scim+json'],
  ['media/charset-taken', 'application/scim+json; charset=utf-8'],
  ['media/plain-json-taken', 'application/json'],
] as const

function* bodies(q: Questioner): Asking {
  for (const [check, contentType] of TYPES) {
    const body = personBody(q.facts, q.name())
    const answer = yield* q.send('POST', '/Users', { body, contentType })
    const held = yield* isTaken(q, answer, String(body.userName))
    q.check(check, held, answer, `A body of ${contentType} is answered ${answer.status}.`)
  }
}

/** An endpoint whose body parser does not know the type may answer well and store a person without a name. */
function* isTaken(q: Questioner, answer: Answer, userName: string): Asking<boolean> {
  const id = answer.ok ? idIn(answer.body) : undefined
  if (id === undefined) return false
  const shown = answer.body?.userName ?? (yield* q.send('GET', `/Users/${encodeURIComponent(id)}`)).body?.userName
  return String(shown).toLowerCase() === userName.toLowerCase()
}
