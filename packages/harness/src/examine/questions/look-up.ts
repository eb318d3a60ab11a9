import type { JsonObject } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import { type Answer, idIn, listIn, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { filterQuery } from '../facts.ts'
import { COMPARED, groupBody, personBody } from '../person.ts'
import type { Question } from '../question.ts'
import type { Made, Questioner } from '../questioner.ts'

/** Looking people up: what every identity provider does before it writes (RFC 7644 §3.4.2.2). */
export const lookUp: Question = {
  id: 'look-up',
  asks: 'a filter finds the user who has the value, and no other',
  checks: [
    'look-up/answered',
    'look-up/finds',
    'look-up/only-them',
    'look-up/only-exact',
    'look-up/total-right',
    'look-up/shows-whole',
    'look-up/plus-is-space',
    'look-up/other-case-finds',
    'look-up/nobody-answers-200',
    'look-up/nobody-is-empty',
    'look-up/external-id-finds',
    'look-up/external-id-only-them',
    'look-up/unknown-attribute-not-everybody',
    'look-up/broken-filter-not-everybody',
    'look-up/broken-filter-no-server-error',
    'look-up/special-characters',
    'look-up/lower-case-codes',
    'look-up/new-name-finds',
    'look-up/old-name-finds-nobody',
  ],
  *ask(q) {
    const made = yield* q.create()
    const name = asText(made.sent.userName)
    yield* nobody(q)
    if (!(yield* control(q, made, name))) return
    yield* inOtherForms(q, made, name)
    yield* byExternalId(q, made)
    yield* notUnderstood(q)
    yield* specialCharacters(q)
    yield* onlyExact(q)
    yield* afterRename(q)
  },
}

export function* filtered(q: Questioner, filter: string, type = 'Users', more = ''): Asking<Answer> {
  return yield* q.send('GET', `/${type}?${more}${filterQuery(filter)}`)
}

function* nobody(q: Questioner): Asking {
  const none = yield* filtered(q, `userName eq "${q.name()}@nobody"`)
  q.check(
    'look-up/nobody-answers-200',
    none.status === 200,
    none,
    `A lookup that finds no user is answered ${none.status}, not 200.`,
  )
  const found = listIn(none)
  if (found)
    q.check('look-up/nobody-is-empty', found.resources.length === 0, none, `It found ${found.resources.length} people.`)
  else q.block('look-up/nobody-is-empty', 'look-up/nobody-answers-200')
}

function* control(q: Questioner, made: Made, name: string): Asking<boolean> {
  const read = () => filtered(q, `userName eq "${name}"`)
  const answer = yield* q.until(read, (one) => listIn(one)?.ids.includes(made.id) ?? false)
  const list = listIn(answer)
  q.check(
    'look-up/answered',
    list !== undefined,
    answer,
    `A filter by userName is answered ${answer.status} and no list.`,
  )
  if (!list) return false
  const finds = list.ids.includes(made.id)
  const others = list.ids.filter((id) => id !== made.id).length
  q.check('look-up/only-them', others === 0, answer, `${others} other people are in the answer.`)
  q.check('look-up/finds', finds, answer, 'A person who was just created is not found.')
  if (others > 0 || !finds) return false
  yield* showsWhole(q, made, answer, list.resources[0])
  const { total } = list
  q.check('look-up/total-right', total === 1, answer, `totalResults is ${JSON.stringify(total)}, not 1.`)
  return true
}

/** What is shown by default is shown in a list as it is alone (RFC 7644 §3.4.2, RFC 7643 §7). */
function* showsWhole(q: Questioner, made: Made, answer: Answer, found: JsonObject | undefined): Asking {
  const alone = yield* q.read(made)
  const missing = COMPARED.filter((path) => {
    return q.facts.keeps.has(path) && valueAt(alone.body, path) !== undefined && valueAt(found, path) === undefined
  })
  const detail = `A lookup shows the person without ${missing.join(', ')}, which a GET by id shows.`
  q.check('look-up/shows-whole', missing.length === 0, answer, detail, alone)
}

function* inOtherForms(q: Questioner, made: Made, name: string): Asking {
  const plus = yield* q.send('GET', `/Users?filter=userName+eq+%22${encodeURIComponent(name)}%22`)
  const plusFinds = listIn(plus)?.ids.includes(made.id) ?? false
  q.check('look-up/plus-is-space', plusFinds, plus, 'With + for spaces, as both services write it, no user is found.')
  const upper = yield* filtered(q, `userName eq "${name.toUpperCase()}"`)
  const upperFinds = listIn(upper)?.ids.includes(made.id) ?? false
  q.check('look-up/other-case-finds', upperFinds, upper, 'The same userName in other case is not found.')
  const keyword = yield* filtered(q, `USERNAME EQ "${name}"`)
  if (!listIn(keyword)?.ids.includes(made.id)) {
    const text =
      'Names of attributes and operators in filters are read case-sensitively (RFC 7644 §3.4.2.2 says without).'
    q.remark('filter-words-by-case', text, keyword.exchange)
  }
}

function* byExternalId(q: Questioner, made: Made): Asking {
  const answer = yield* filtered(q, `externalId eq "${made.sent.externalId}"`)
  const ids = listIn(answer)?.ids ?? []
  const others = ids.filter((id) => id !== made.id).length
  q.check('look-up/external-id-only-them', others === 0, answer, `${others} other people are in the answer.`)
  if (others > 0) return q.block('look-up/external-id-finds', 'look-up/external-id-only-them')
  q.check('look-up/external-id-finds', ids.includes(made.id), answer, 'No user is found by externalId.')
}

/** Names that contain one another, and that fit as a pattern of SQL. */
function* onlyExact(q: Questioner): Asking {
  const stem = q.name()
  for (const [name, similar] of [
    [`one_${stem}`, `one-${stem}`],
    [`two.${stem}`, `not-two.${stem}`],
  ]) {
    const made = yield* named(q, name)
    const other = yield* named(q, similar)
    if (!made || !other) return q.leave('look-up/only-exact', 'the endpoint refuses such names')
    const answer = yield* filtered(q, `userName eq "${made.sent.userName}"`)
    const isFound = listIn(answer)?.ids.includes(other.id) ?? false
    q.worst('look-up/only-exact', !isFound, answer, `${other.sent.userName} is in the answer.`)
  }
}

function* named(q: Questioner, name: string | undefined): Asking<Made | undefined> {
  const userName = `${name}@${q.facts.emailDomain}`
  const sent = { ...personBody(q.facts, q.name()), userName }
  const body = 'emails' in sent ? { ...sent, emails: [{ primary: true, type: 'work', value: userName }] } : sent
  const answer = yield* q.send('POST', '/Users', { body })
  const id = answer.ok ? idIn(answer.body) : undefined
  return id === undefined ? undefined : { kind: 'Users', id, sent: body, answer }
}

/** What people are looked up by is what they are called now. */
function* afterRename(q: Questioner): Asking {
  const made = yield* q.create()
  const value = `${q.name()}@${q.facts.emailDomain}`
  const mail = q.facts.mailIsName ? [{ op: 'replace', path: 'emails[type eq "work"].value', value }] : []
  const isRenamed = (answer: Answer) => asText(answer.body?.userName).toLowerCase() === value.toLowerCase()
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'userName', value }, ...mail])
  const after = answer.ok ? yield* q.until(() => q.read(made), isRenamed) : answer
  if (!isRenamed(after)) {
    for (const end of ['new-name-finds', 'old-name-finds-nobody']) q.block(`look-up/${end}`, 'writes/user-name')
    return
  }
  const has = (one: Answer) => listIn(one)?.ids.includes(made.id) ?? false
  const found = yield* q.until(() => filtered(q, `userName eq "${value}"`), has, 'look-up/new-name-finds')
  q.check('look-up/new-name-finds', has(found), found, 'A renamed person is not found by the new userName.')
  const old = `userName eq "${made.sent.userName}"`
  const gone = yield* q.until(
    () => filtered(q, old),
    (one) => !has(one),
    'look-up/old-name-finds-nobody',
  )
  q.check('look-up/old-name-finds-nobody', !has(gone), gone, 'A renamed person is still found by the old userName.')
}

/** A filter that is not understood must not find all users (RFC 7644 §3.4.2.2: 400 invalidFilter). */
function* notUnderstood(q: Questioner): Asking {
  const unknown = yield* filtered(q, `favouriteColour eq "${q.name()}"`)
  q.check(
    'look-up/unknown-attribute-not-everybody',
    isEmptyOrRefused(unknown),
    unknown,
    'A filter by an attribute that does not exist finds people.',
  )
  const broken = yield* filtered(q, 'userName eq')
  q.check(
    'look-up/broken-filter-not-everybody',
    isEmptyOrRefused(broken),
    broken,
    'A filter that is cut off finds people.',
  )
  q.check(
    'look-up/broken-filter-no-server-error',
    broken.status > 0 && broken.status < 500,
    broken,
    `A broken filter is answered ${broken.status}.`,
  )
}

function isEmptyOrRefused(answer: Answer): boolean {
  return !answer.ok || (listIn(answer)?.resources.length ?? 0) === 0
}

/** People and groups have such names. An endpoint may refuse the name; taken, it must be found. */
function* specialCharacters(q: Questioner): Asking {
  const check = 'look-up/special-characters'
  for (const name of [`o'neil.${q.name()}`, `plus+${q.name()}`, `jörg.${q.name()}`]) {
    const userName = `${name}@${q.facts.emailDomain}`
    const emails = [{ primary: true, type: 'work', value: userName }]
    const body = { ...personBody(q.facts, q.name()), userName, emails }
    yield* isFound(q, 'Users', yield* q.send('POST', '/Users', { body }), `userName eq "${userName}"`, userName)
  }
  if (q.facts.groups) {
    const displayName = `Zürich & Söhne ${q.name()}`
    const made = yield* q.send('POST', '/Groups', { body: { ...groupBody(q.name()), displayName } })
    yield* isFound(q, 'Groups', made, `displayName eq "${displayName}"`, displayName)
  }
  for (const one of [check, 'look-up/lower-case-codes'])
    if (!q.results.has(one)) q.leave(one, 'the endpoint refuses such names')
}

function* isFound(q: Questioner, type: string, made: Answer, filter: string, name: string): Asking {
  const id = made.ok ? idIn(made.body) : undefined
  if (id === undefined) {
    const text = `A name such as ${name.replace(/[\w-]*scimulator[\w-]*/, '…')} is refused with ${made.status}.`
    return q.remark(`special-names-refused-${type}`, text, made.exchange)
  }
  const found = yield* q.until(
    () => filtered(q, filter, type),
    (answer) => listIn(answer)?.ids.includes(id) ?? false,
  )
  const has = (answer: Answer) => listIn(answer)?.ids.includes(id) ?? false
  q.worst('look-up/special-characters', has(found), found, `${name} is not found.`)
  if (!has(found)) return q.block('look-up/lower-case-codes', 'look-up/special-characters')
  // %c3 and %C3 are the same (RFC 3986 §2.1).
  const query = filterQuery(filter).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())
  const lower = yield* q.send('GET', `/${type}?${query}`)
  const detail = `${name} is found with codes in upper case, and in lower case it is answered ${lower.status}.`
  if (q.results.get('look-up/lower-case-codes')?.state !== 'blocked')
    q.worst('look-up/lower-case-codes', has(lower), lower, detail)
}
