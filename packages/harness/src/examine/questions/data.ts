import { asText, urns } from '@scimulator/shared/scim'
import { type Answer, ENTERPRISE, idIn, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { type Body, personBody } from '../person.ts'
import type { Question } from '../question.ts'
import type { Questioner } from '../questioner.ts'
import { isActive } from './active.ts'

/** Data that identity providers send as a matter of course: which of it is refused, and which is not kept as it was. */
export const data: Question = {
  id: 'data',
  asks: 'people are taken as they are in directories',
  checks: [
    'data/without-emails',
    'data/without-name',
    'data/without-given-name',
    'data/without-display-name',
    'data/without-external-id',
    'data/second-without-emails',
    'data/second-without-external-id',
    'data/plain-user-name',
    'data/other-email',
    'data/same-display-name',
    'data/same-phone',
    'data/country-name',
    'data/local-phone',
    'data/created-inactive',
    'data/text-kept',
    'data/long-text-kept',
    'data/leading-zeros-kept',
    'data/entra-body',
    'data/jumpcloud-body',
    'data/okta-body',
  ],
  *ask(q) {
    yield* lacking(q)
    yield* odd(q)
    yield* text(q)
    yield* leadingZeros(q)
    yield* inactive(q)
    yield* vendorBodies(q)
  },
}

function* post(q: Questioner, check: string, body: Body, what: string): Asking<Answer> {
  const answer = yield* q.send('POST', '/Users', { body })
  q.check(check, answer.ok && idIn(answer.body) !== undefined, answer, `${what} is refused with ${answer.status}.`)
  return answer
}

const fresh = (q: Questioner): Body => personBody(q.facts, q.name())

function without(body: Body, ...keys: readonly string[]): Body {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)))
}

function* lacking(q: Questioner): Asking {
  yield* twice(q, 'without-emails', 'emails', 'person without an email address')
  yield* post(q, 'data/without-name', without(fresh(q), 'name'), 'A person without a name')
  const named = fresh(q)
  yield* post(
    q,
    'data/without-given-name',
    { ...named, name: { familyName: 'Of One Name' } },
    'A person without a given name',
  )
  yield* post(q, 'data/without-display-name', without(fresh(q), 'displayName'), 'A person without a displayName')
  yield* twice(q, 'without-external-id', 'externalId', 'person without an externalId')
}

/** A unique index that takes what is missing for a value lets one such person in. */
function* twice(q: Questioner, check: string, key: string, what: string): Asking {
  const first = yield* post(q, `data/${check}`, without(fresh(q), key), `A ${what}`)
  if (!first.ok) return q.block(`data/second-${check}`, `data/${check}`)
  yield* post(q, `data/second-${check}`, without(fresh(q), key), `A second ${what}`)
  // Asked a second time, the question must find none of the first users.
  const id = idIn(first.body)
  if (id !== undefined) yield* q.send('DELETE', `/Users/${encodeURIComponent(id)}`)
}

function* odd(q: Questioner): Asking {
  const other = fresh(q)
  const emails = [{ type: 'work', primary: true, value: `mail-${q.name()}@${q.facts.emailDomain}` }]
  const what = 'A person whose email address differs from the userName'
  const differs = yield* post(q, 'data/other-email', { ...other, emails }, what)
  // Where both must be alike, a userName that is no address says nothing more.
  if (differs.ok) yield* plainName(q)
  else q.block('data/plain-user-name', 'data/other-email')
  const displayName = `Ada of ${q.name()}`
  const first = yield* q.create({ displayName })
  yield* post(
    q,
    'data/same-display-name',
    { ...fresh(q), displayName: first.sent.displayName },
    'A second person of the same displayName',
  )
  const phoneNumbers = [{ type: 'mobile', value: q.facts.phone('+1 202 555 0149') }]
  yield* q.create({ phoneNumbers })
  yield* post(q, 'data/same-phone', { ...fresh(q), phoneNumbers }, 'A second person of the same phone number')
  yield* post(
    q,
    'data/country-name',
    { ...fresh(q), addresses: [{ type: 'work', country: 'Germany' }] },
    'A person whose country is a name, not a code,',
  )
  yield* post(
    q,
    'data/local-phone',
    { ...fresh(q), phoneNumbers: [{ type: 'work', value: local(q.facts.phone('+1 202 555 0148')) }] },
    'A person with a local phone number',
  )
}

function* plainName(q: Questioner): Asking {
  const userName = q.name()
  const emails = [{ type: 'work', primary: true, value: `${userName}@${q.facts.emailDomain}` }]
  const body = { ...personBody(q.facts, userName), userName, emails }
  yield* post(q, 'data/plain-user-name', body, 'A userName that is no email address')
}

const UNICODE = 'Zoë 李小明 “Zo” O’Neil & <b>Sons</b> 𝒵 \\ "q"'

function* text(q: Questioner): Asking {
  const sent = { ...fresh(q), displayName: `${UNICODE} ${q.name()}` }
  yield* kept(q, 'data/text-kept', sent, 'displayName')
  const long = `Head of ${'very '.repeat(20)}long titles`
  yield* kept(q, 'data/long-text-kept', { ...fresh(q), title: long }, 'title')
}

function* kept(q: Questioner, check: string, sent: Body, path: string): Asking {
  if (!q.facts.keeps.has(path)) return q.leave(check, `the endpoint does not keep ${path}`)
  const answer = yield* q.send('POST', '/Users', { body: sent })
  const id = answer.ok ? idIn(answer.body) : undefined
  if (id === undefined)
    return void q.check(check, false, answer, `A person with such a ${path} is refused with ${answer.status}.`)
  const read = () => q.send('GET', `/Users/${encodeURIComponent(id)}`)
  const isRight = (one: Answer) => valueAt(one.body, path) === sent[path]
  const after = yield* q.until(read, isRight)
  const shown = valueAt(after.body, path)
  const found = after.body === undefined ? 'an answer that is not JSON' : (JSON.stringify(shown) ?? 'nothing')
  // A value that is only shorter was cut, whatever letters are in it.
  const isCut = typeof shown === 'string' && shown !== '' && asText(sent[path]).startsWith(shown) && !isRight(after)
  if (isCut && check === 'data/text-kept') q.leave(check, 'the text was cut')
  const blamed = isCut ? 'data/long-text-kept' : check
  q.worst(blamed, isRight(after), answer, `${path} came back as ${found}.`, after)
}

/** A text of figures is a text (RFC 7643 §4.3): personnel numbers of many companies begin with zeros. */
function* leadingZeros(q: Questioner): Asking {
  const check = 'data/leading-zeros-kept'
  const path = `${ENTERPRISE}:employeeNumber`
  if (!q.facts.keeps.has(path)) return q.leave(check, 'the endpoint does not keep employeeNumber')
  // A number of the run's own, as it is dialled from abroad.
  const employeeNumber = `00${q.facts.phone('+1 202 555 0145').replace(/\D/g, '')}`
  const answer = yield* q.send('POST', '/Users', { body: { ...fresh(q), [ENTERPRISE]: { employeeNumber } } })
  const id = answer.ok ? idIn(answer.body) : undefined
  if (id === undefined) return q.leave(check, 'the endpoint refuses an employeeNumber of thirteen figures')
  const read = () => q.send('GET', `/Users/${encodeURIComponent(id)}`)
  const shown = (one: Answer) => valueAt(one.body, path)
  const after = yield* q.until(read, (one) => shown(one) === employeeNumber, check)
  const found = JSON.stringify(shown(after)) ?? 'nothing'
  const detail = `employeeNumber was written as ${JSON.stringify(employeeNumber)} and came back as ${found}.`
  q.check(check, shown(after) === employeeNumber, answer, detail, after)
  // Asked a second time, the question must find none of the first users.
  yield* q.send('DELETE', `/Users/${encodeURIComponent(id)}`)
}

function* inactive(q: Questioner): Asking {
  const made = yield* q.create({ active: false })
  const after = yield* q.settled(made, (body) => !isActive(body), 'data/created-inactive')
  if (after.body?.active === undefined) return q.block('data/created-inactive', 'active/shown')
  q.check(
    'data/created-inactive',
    !isActive(after.body),
    made.answer,
    'A person who was created inactive is active.',
    after,
  )
}

/** The bodies that the services write, with everything in them. */
function* vendorBodies(q: Questioner): Asking {
  yield* post(q, 'data/entra-body', entraBody(q), 'The whole person as Entra ID writes it')
  yield* post(q, 'data/jumpcloud-body', jumpCloudBody(q), 'The whole person as JumpCloud writes it')
  yield* post(q, 'data/okta-body', oktaBody(q), 'The whole person as Okta writes it')
}

/** Microsoft: Develop a SCIM endpoint. */
function entraBody(q: Questioner): Body {
  const name = q.name()
  return {
    ...personBody(q.facts, name),
    meta: { resourceType: 'User' },
    roles: [],
    userType: 'Member',
    preferredLanguage: 'en-US',
    addresses: [
      {
        type: 'work',
        formatted: '18/2111',
        streetAddress: '4567 Main St',
        locality: 'Denver',
        region: 'CO',
        postalCode: '80027',
        country: 'US',
      },
    ],
    phoneNumbers: [
      { type: 'work', value: q.facts.phone('+1 202 555 0141') },
      { type: 'mobile', value: q.facts.phone('+1 202 555 0142') },
    ],
    [ENTERPRISE]: { employeeNumber: `no-${name}`, department: 'Research' },
  }
}

/** Captured payloads in the tests of ShiftControl scim-v2: primary in addresses, the extension named without an object. */
function jumpCloudBody(q: Questioner): Body {
  const name = q.name()
  return {
    ...without(personBody(q.facts, name), ENTERPRISE, 'title'),
    schemas: [urns.user, urns.enterpriseUser],
    addresses: [
      {
        country: 'US',
        locality: 'locality',
        postalCode: '80027',
        primary: true,
        region: 'region',
        streetAddress: 'street-address',
        type: 'work',
      },
    ],
    locale: 'en-US',
    preferredLanguage: 'en-US',
    phoneNumbers: [{ primary: true, type: 'work', value: q.facts.phone('tel:+1-202-555-0142') }],
  }
}

/** What Okta documents, and a capture shows (O207, O239): a password and an empty list of groups come with every new person. */
function oktaBody(q: Questioner): Body {
  const person = personBody(q.facts, q.name())
  return {
    ...person,
    locale: 'en-US',
    externalId: `00u${q.name()}`,
    groups: [],
    password: '1mz050nq',
    active: true,
  }
}

/** As people type it: 1-202-555-0148. */
function local(phone: string): string {
  return phone.replace('+', '').replaceAll(' ', '-')
}
