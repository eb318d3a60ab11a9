// What one exchange of a run shows by itself, with the resource as it was before and after: no question was put, so that only what leaves
// no doubt is told, and everything else is silence.
import { asText, isJsonArray, isJsonObject, type JsonObject, parsedJson } from '@scimulator/shared/scim'
import { ANSWER_SIGNS } from './answer-signs.ts'
import { MEMBER_SIGNS, memberCount, removedByValue } from './member-signs.ts'
import {
  activeSent,
  type ExchangeEvidence,
  hasCapitals,
  isDone,
  isNotOffered,
  isOnlyActive,
  isRefused,
  isTextOf,
  type SeenExchange,
  type Sign,
  seenIn,
} from './seen-exchange.ts'
import { isClearWhich, VALUE_SIGNS } from './value-signs.ts'

export type { ExchangeEvidence } from './seen-exchange.ts'

/** In order of precedence: the first that fits is told. */
const SIGNS: readonly Sign[] = [
  ['certificate-not-trusted', ({ exchange }) => exchange.failure?.kind === 'tls'],
  ['slow', ({ exchange }) => exchange.failure?.kind === 'timeout'],
  ['unreachable', ({ exchange }) => exchange.failure?.kind === 'connection'],
  ['unauthorised', ({ status }) => status === 401],
  ['redirected', ({ status }) => status >= 300 && status < 400],
  ['if-match-required', ({ status }) => status === 428],
  ['patch-not-supported', (seen) => seen.method === 'PATCH' && seen.place === 'Users' && isNotOffered(seen)],
  ['group-patch-not-supported', (seen) => seen.method === 'PATCH' && seen.place === 'Groups' && isNotOffered(seen)],
  ['put-not-supported', (seen) => seen.method === 'PUT' && isNotOffered(seen)],
  ['delete-not-supported', (seen) => seen.method === 'DELETE' && seen.place === 'Users' && isNotOffered(seen)],
  [
    'groups-missing',
    (seen) => seen.place === 'Groups' && seen.isCollection && seen.filter === '' && seen.status === 404,
  ],
  ['filter-answers-404', (seen) => seen.filter !== '' && seen.place === 'Users' && seen.status === 404],
  ['filter-refused', (seen) => seen.filter !== '' && seen.place === 'Users' && isRefused(seen)],
  ['filter-ignored', (seen) => seen.place === 'Users' && othersShown(seen).some((name) => !isSimilar(name, seen))],
  [
    'filter-matches-part',
    (seen) => {
      const others = seen.place === 'Users' ? othersShown(seen) : []
      return others.length > 0 && others.every((name) => isSimilar(name, seen))
    },
  ],
  ['string-booleans-refused', (seen) => isActiveRefused(seen) && isTextOf(activeSent(seen), /^(true|false)$/i)],
  ['disable-refused', (seen) => isActiveRefused(seen) && activeSent(seen) === false],
  [
    'string-false-is-true',
    (seen) => isPatched(seen) && isTextOf(activeSent(seen), /^false$/i) && seen.after?.active === true,
  ],
  [
    'string-true-is-false',
    (seen) => isPatched(seen) && isTextOf(activeSent(seen), /^true$/i) && seen.after?.active === false,
  ],
  ['no-soft-delete', (seen) => isPatched(seen) && activeSent(seen) === false && seen.after?.active === true],
  [
    'member-remove-empties-group',
    (seen) =>
      isDone(seen) &&
      memberCount(seen.after) === 0 &&
      removedByValue(seen).length > 0 &&
      (memberCount(seen.before) ?? 0) > removedByValue(seen).length,
  ],
  [
    'member-remove-ignored',
    (seen) =>
      isDone(seen) &&
      removedByValue(seen).length > 0 &&
      memberCount(seen.before) !== undefined &&
      memberCount(seen.after) === memberCount(seen.before),
  ],
  [
    'filtered-add-refused',
    (seen) =>
      isRefused(seen) &&
      !isForItsValue(seen) &&
      seen.operations.length > 0 &&
      seen.operations.every(({ path, op }) => path.includes('[') && op === 'add'),
  ],
  ...VALUE_SIGNS,
]

/** Ids of the findings that the exchange shows; empty where it shows none. */
export function findingsShownBy(evidence: ExchangeEvidence): readonly string[] {
  return shownIn(SIGNS, seenIn(evidence))
}

/**
 * Of what is watched as it happens, also what answers look like, and who is in a group by their ids: members are as the endpoint shows
 * them, `{ value }`.
 */
export function findingsWatchedIn(evidence: ExchangeEvidence): readonly string[] {
  const seen = seenIn(evidence)
  const left = new Set(['member-remove-empties-group', 'member-remove-ignored'])
  // What was refused may have been refused for its capitals.
  if (hasCapitals(seen) && !seen.takesCapitals && !saysActive(seen)) for (const id of REFUSED) left.add(id)
  // A user who may not come back is refused for that.
  if (!isTextOf(activeSent(seen), /^false$/i)) left.add('string-booleans-refused')
  // What was not done may not have been read, for its capitals or for where its path stood.
  if ((hasCapitals(seen) && !seen.takesCapitals) || !isClearWhich(seen)) for (const id of NOT_DONE) left.add(id)
  // What was not found may not have been decoded.
  if (/[?&]filter=[^&]*\+/.test(seen.exchange.request.url)) left.add('filter-refused')
  const signs = [...SIGNS.filter(([id]) => !left.has(id)), ...MEMBER_SIGNS, ...ANSWER_SIGNS]
  return [...new Set(shownIn(signs, seen))]
}

const REFUSED = ['string-booleans-refused', 'disable-refused', 'filtered-add-refused']
const NOT_DONE = ['string-false-is-true', 'string-true-is-false', 'no-soft-delete', 'update-not-done']

function shownIn(signs: readonly Sign[], seen: SeenExchange): readonly string[] {
  return signs.filter(([, shows]) => shows(seen)).map(([id]) => id)
}

/** Nothing else was asked that could have been refused; a word in capitals could be. */
function isActiveRefused(seen: SeenExchange): boolean {
  return isRefused(seen) && isOnlyActive(seen)
}

function saysActive({ exchange }: SeenExchange): boolean {
  return /\bactive\b|boolean/i.test(exchange.response?.body ?? '')
}

function isPatched(seen: SeenExchange): boolean {
  return seen.method === 'PATCH' && isDone(seen)
}

/** The endpoint minds what was to be written, and not how. */
function isForItsValue({ exchange }: SeenExchange): boolean {
  const body = parsedJson(exchange.response?.body ?? '')
  return isJsonObject(body) && /^(invalidValue|uniqueness|mutability)$/i.test(asText(body.scimType))
}

/** userNames of those whom a question for one userName is answered with besides; empty texts for those who are not shown. */
function othersShown({ filter, exchange: { response } }: SeenExchange): readonly string[] {
  const wanted = wantedIn(filter)
  if (wanted === undefined || !response || response.status !== 200) return []
  const value = parsedJson(response.body)
  const listed = isJsonObject(value) && isJsonArray(value.Resources) ? value.Resources.filter(isJsonObject) : []
  const isOther = ({ userName, notOurs }: JsonObject) =>
    notOurs !== undefined || asText(userName).toLowerCase() !== wanted.toLowerCase()
  return listed.filter(isOther).map(({ userName }) => (typeof userName === 'string' ? userName : ''))
}

function isSimilar(name: string, { filter }: SeenExchange): boolean {
  return name.toLowerCase().includes((wantedIn(filter) ?? '').toLowerCase())
}

function wantedIn(filter: string): string | undefined {
  return /^userName eq "([^"\\]+)"$/i.exec(filter)?.[1]
}
