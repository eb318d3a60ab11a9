import { asText } from '@scimulator/shared/scim'
import { type Answer, idIn, listIn } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { composed, filterQuery } from '../facts.ts'
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
    'media/token-checked',
    'media/wrong-token-401',
  ],
  *ask(q) {
    yield* bodies(q)
    const json = yield* q.send('GET', '/Users?count=1&startIndex=1', { accept: 'application/json' })
    const ours = yield* q.send('GET', '/Users?count=1&startIndex=1')
    q.need('look-up/answered', ours.ok)
    q.check('media/accept-json-answered', json.ok, json, `With Accept: application/json it is answered ${json.status}.`)
    const bare = yield* q.send('GET', '/Users?count=1&startIndex=1', { userAgent: false })
    q.check('media/no-user-agent-answered', bare.ok, bare, `Without a User-Agent it is answered ${bare.status}.`)
    yield* doubleSlash(q)
    yield* wrongToken(q)
  },
}

/** JumpCloud puts /Users behind the base URL as it was typed. It matters where that ends in a slash; elsewhere it is worth knowing. */
function* doubleSlash(q: Questioner): Asking {
  // A user who exists is looked up: how an empty result is answered is another question.
  const query = filterQuery(`userName eq "${(yield* q.create()).sent.userName}"`)
  const plain = yield* q.send('GET', `/Users?${query}`)
  if (listIn(plain) === undefined) return q.block('media/double-slash-answered', 'look-up/answered')
  const double = yield* q.send('GET', `//Users?${query}`)
  const isAnswered = listIn(double) !== undefined
  const text = `A path with two slashes, //Users, is answered ${double.status}. JumpCloud sends it where the base URL was typed with a slash at its end.`
  if (q.facts.endsInSlash) return void q.check('media/double-slash-answered', isAnswered, double, text)
  q.leave('media/double-slash-answered', 'the base URL does not end in a slash')
  if (!isAnswered) q.remark('double-slash-refused', text, double.exchange)
}

/** Who has no token must not read people. */
function* wrongToken(q: Questioner): Asking {
  if (!q.facts.headers.some(([name]) => /^authorization$/i.test(name))) {
    for (const end of ['token-checked', 'wrong-token-401']) q.leave(`media/${end}`, 'no token was given')
    return
  }
  const request = composed(q.facts, 'GET', '/Users?startIndex=1&count=1')
  const headers = request.headers.map(([name, value]): [string, string] => {
    return /^authorization$/i.test(name) ? [name, 'Bearer not-the-token'] : [name, value]
  })
  const [answer] = yield* q.together([{ ...request, headers }])
  if (!answer) return
  const said = `A wrong token is answered ${answer.status}`
  if (!q.check('media/token-checked', !answer.ok || !listIn(answer), answer, `${said}, with people.`)) return
  const isRight = answer.status === 401 || answer.status === 403
  q.check('media/wrong-token-401', isRight, answer, `${said}, not 401.`)
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
    const held = yield* isTaken(q, answer, asText(body.userName))
    q.check(check, held, answer, `A body of ${contentType} is answered ${answer.status}.`)
  }
}

/** An endpoint whose body parser does not know the type may answer well and store a person without a name. */
function* isTaken(q: Questioner, answer: Answer, userName: string): Asking<boolean> {
  const id = answer.ok ? idIn(answer.body) : undefined
  if (id === undefined) return false
  const shown = answer.body?.userName ?? (yield* q.send('GET', `/Users/${encodeURIComponent(id)}`)).body?.userName
  return asText(shown).toLowerCase() === userName.toLowerCase()
}
