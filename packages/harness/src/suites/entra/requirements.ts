// "User provisioning requirements for Microsoft Entra App Gallery" of 26 August 2026, row by row, in our own words.
import { isJsonObject } from '@scimulator/shared/scim'
import { type Answer, listIn, membersIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { composed, filterQuery } from '../../examine/facts.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import type { Access, Section, Undecidable } from '../suite.ts'
import { NO_GROUPS } from './group-tests.ts'
import { lifeOf, TOKEN_LIFE } from './scim-tests.ts'
import { optional, required } from './user-tests.ts'

const SOURCE = 'gallery requirements, 2026-08-26'

function papers(id: string, says: string, undecidable: Undecidable = 'asks-for-papers') {
  return { ...required(id, says), undecidable }
}

export const apiRequirements: Section = {
  id: 'entra-api',
  source: SOURCE,
  title: 'SCIM API requirements',
  rows: [
    required('users', 'There is an endpoint of SCIM 2.0 for people.'),
    optional('groups', 'There is an endpoint of SCIM 2.0 for groups.'),
    required('rate', 'At least 25 requests a second are answered.'),
    papers('non-gallery-app', 'Provisioning was tried with a non-gallery application.'),
    papers('non-gallery-sign-in', 'The way to sign in was tried with a non-gallery application.'),
    required('soft-or-hard-delete', 'People can be disabled or deleted.'),
    required('no-match', 'A query that nobody matches is answered well, with no results.'),
    required('schema-discovery', 'The endpoint describes its schemas.'),
    optional('members-at-once', 'Several memberships change in one PATCH.'),
    optional('bulk', 'Bulk operations are offered.'),
  ],
  questions: [
    { decides: ['users', 'groups', 'schema-discovery', 'bulk'], ask: offered },
    { decides: ['rate'], quiet: true, ask: rate },
    { decides: ['soft-or-hard-delete'], ask: deletion },
    { decides: ['no-match'], ask: noMatch },
    { decides: ['members-at-once'], ask: membersAtOnce },
  ],
}

function* offered(q: Questioner, note: RowNotes): Asking {
  const { answer } = yield* q.create()
  note.row('users', answer.ok, answer, `A person is answered ${answer.status}.`)
  const groups = yield* q.send('GET', '/Groups?startIndex=1&count=1')
  note.row('groups', groups.ok && listIn(groups) !== undefined, groups, `/Groups is answered ${groups.status}.`)
  const schemas = yield* q.send('GET', '/Schemas')
  const isList = schemas.ok && (listIn(schemas)?.resources.length ?? 0) > 0
  note.row('schema-discovery', isList, schemas, `/Schemas is answered ${schemas.status}, and no list of schemas.`)
  const config = yield* q.send('GET', '/ServiceProviderConfig')
  const bulk = config.body?.bulk
  const isOffered = isJsonObject(bulk) && bulk.supported === true
  note.row('bulk', isOffered, config, 'ServiceProviderConfig does not offer bulk.')
}

const REQUESTS = 25
const WITHIN_MS = 1_000

/** Gently: one second's worth, all of them reading somebody of our own. */
function* rate(q: Questioner, note: RowNotes): Asking {
  const { id } = yield* q.create()
  const request = composed(q.facts, 'GET', `/Users/${encodeURIComponent(id)}`)
  const answers = yield* q.together(Array.from({ length: REQUESTS }, () => request))
  const begins = Math.min(...answers.map(({ exchange }) => exchange.startedAt))
  const ends = Math.max(...answers.map(({ exchange }) => exchange.startedAt + exchange.durationMs))
  const [slowest] = [...answers].sort((a, b) => endOf(b) - endOf(a))
  const refused = answers.filter(({ ok }) => !ok).length
  if (!slowest) return
  const detail = `${REQUESTS} requests at once took ${ends - begins} ms; ${refused} were refused.`
  note.row('rate', refused === 0 && ends - begins <= WITHIN_MS, slowest, detail)
}

function endOf({ exchange }: Answer): number {
  return exchange.startedAt + exchange.durationMs
}

function* deletion(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const disabled = yield* q.patch(made, [{ op: 'replace', path: 'active', value: false }])
  const after = yield* q.settled(made, (resource) => resource?.active === false)
  if (disabled.ok && (after.body?.active === false || after.status === 404))
    return void note.row('soft-or-hard-delete', true, disabled, '', after)
  const removed = yield* q.remove(made)
  const detail = `active false is answered ${disabled.status}, and DELETE ${removed.status}; neither took effect.`
  note.row('soft-or-hard-delete', removed.ok, removed, detail)
}

function* noMatch(q: Questioner, note: RowNotes): Asking {
  const filter = filterQuery(`userName eq ${JSON.stringify(`${q.name()}@${q.facts.emailDomain}`)}`)
  const answer = yield* q.send('GET', `/Users?${filter}`)
  const isRight = answer.status === 200 && listIn(answer)?.resources.length === 0
  note.row(
    'no-match',
    isRight,
    answer,
    `It is answered ${answer.status}, with ${listIn(answer)?.ids.length ?? 'no list'}.`,
  )
}

function* membersAtOnce(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.groups) return note.warn(['members-at-once'], yield* q.send('GET', '/Schemas'), NO_GROUPS)
  const people = [yield* q.create(), yield* q.create()]
  const group = yield* q.createGroup()
  const value = people.map(({ id }) => ({ value: id }))
  const answer = yield* q.patch(group, [{ op: 'add', path: 'members', value }])
  const hasAll = (resource: Answer['body']): boolean => people.every(({ id }) => membersIn(resource)?.includes(id))
  const after = answer.ok ? yield* q.settled(group, hasAll) : answer
  const count = membersIn(after.body)?.length ?? 0
  const detail = `Two members in one PATCH are answered ${answer.status}; there are ${count}.`
  note.row('members-at-once', answer.ok && hasAll(after.body), answer, detail, after)
}

const AUTHENTICATION = ['client-credentials', 'credentials-given', 'token-life', 'one-of-two']

export const authenticationRequirements: Section = {
  id: 'entra-authentication',
  source: SOURCE,
  title: 'SCIM authentication requirements',
  rows: [
    required(
      'one-of-two',
      'OAuth 2.0 client credentials or workload identity federation; no basic, no long-lived token.',
    ),
    required('client-credentials', 'The token endpoint gives a token by client credentials.'),
    required('credentials-given', 'Customers have a client id, a secret, a token endpoint and a SCIM endpoint.'),
    papers('secret-expires', 'The client secret expires after one to three years.', 'not-observable'),
    papers('rotation', 'Secrets can be rotated without a gap.', 'not-observable'),
    required('token-life', 'An access token lives 60 minutes to six hours.'),
    {
      ...optional('federation', 'Assertions of Microsoft Entra ID are checked with its keys.'),
      undecidable: 'not-observable',
    },
  ],
  questions: [],
  access: { decides: AUTHENTICATION, look: authentication },
}

function authentication({ authentication: given, token, letIn }: Access, note: RowNotes): void {
  if (given?.kind === 'basic') note.row('one-of-two', false, letIn, 'It is reached with a user name and a password.')
  if (given?.kind !== 'oauth')
    note.leave(AUTHENTICATION, 'how the token was come by cannot be seen (--oauth-token-url)')
  else if (!token) note.leave(AUTHENTICATION, 'no token was asked for')
  else byToken(token, note)
}

function byToken(token: Answer, note: RowNotes): void {
  const isGiven = token.ok && typeof token.body?.access_token === 'string'
  const said = `The token endpoint is answered ${token.status}.`
  for (const row of ['one-of-two', 'client-credentials', 'credentials-given']) note.row(row, isGiven, token, said)
  const life = lifeOf(token)
  const isRight = life >= TOKEN_LIFE.least && life <= TOKEN_LIFE.most
  note.row(
    'token-life',
    isRight,
    token,
    `expires_in is ${JSON.stringify(token.body?.expires_in) ?? 'absent'} (seconds).`,
  )
}

export const vendorRequirements: Section = {
  id: 'entra-vendor',
  source: SOURCE,
  title: 'Requirements of the vendor',
  rows: [
    papers('contacts', 'There are contacts for engineering and support.'),
    papers('documentation', 'The SCIM endpoint is documented in public.'),
    { ...papers('customers', 'At least 100 common customers use it as a non-gallery application.'), level: 'optional' },
    papers('compliance', 'Each cloud’s rules of compliance are met.'),
  ],
  questions: [],
}
