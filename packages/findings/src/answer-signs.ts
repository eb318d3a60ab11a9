// What an answer looks like, whatever it is about: forms that RFC 7643 and RFC 7644 rule out, as they stand in it.
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'
import { isDone, type SeenExchange, type Sign } from './seen-exchange.ts'
import { LOOK_SIGNS } from './value-signs.ts'

export const ANSWER_SIGNS: readonly Sign[] = [
  ...LOOK_SIGNS,
  [
    'answers-no-json',
    (seen) =>
      seen.method === 'GET' && seen.status === 200 && seen.place !== '' && isMarkup(seen.exchange.response?.body),
  ],
  ['answer-not-called-json', (seen) => isDone(seen) && isJsonObject(answered(seen)) && isCalledOtherwise(seen)],
  ['list-without-envelope', (seen) => seen.method === 'GET' && seen.isCollection && isBareList(seen)],
  ['active-as-text', (seen) => usersIn(seen).some(({ active }) => /^(true|false)$/i.test(textOf(active)))],
  ['password-returned', (seen) => usersIn(seen).some(({ password }) => textOf(password) !== '')],
  ['integer-ids', (seen) => resourcesIn(seen).some(({ id }) => typeof id === 'number')],
  ['schemas-missing', (seen) => isWhole(seen) && usersIn(seen).some(({ schemas }) => schemas === undefined)],
  [
    'members-despite-excluded',
    (seen) =>
      seen.place === 'Groups' &&
      seen.method === 'GET' &&
      /[?&]excludedAttributes=members(&|$)/i.test(seen.exchange.request.url) &&
      resourcesIn(seen).some(({ members }) => isJsonArray(members) && members.length > 0),
  ],
  ['create-answers-200', (seen) => seen.method === 'POST' && seen.status === 200 && isMadeNow(seen)],
  ['conflict-without-scim-type', (seen) => seen.method === 'POST' && seen.status === 409 && isUntyped(answered(seen))],
]

function answered({ exchange: { response } }: SeenExchange): JsonValue | undefined {
  return response ? parsedJson(response.body) : undefined
}

/** The resources in an answer that was good: of a list, or the one. */
function resourcesIn(seen: SeenExchange): readonly JsonObject[] {
  const value = isDone(seen) ? answered(seen) : undefined
  if (isJsonArray(value)) return value.filter(isJsonObject)
  if (!isJsonObject(value)) return []
  return isJsonArray(value.Resources) ? value.Resources.filter(isJsonObject) : [value]
}

function usersIn(seen: SeenExchange): readonly JsonObject[] {
  return seen.place === 'Users' ? resourcesIn(seen) : []
}

/** One resource, of which nobody has asked for a part. */
function isWhole({ isCollection, method, exchange }: SeenExchange): boolean {
  return (!isCollection || method === 'POST') && !/[?&](excludedA|a)ttributes=/i.test(exchange.request.url)
}

function isMarkup(body = ''): boolean {
  return /^\s*</.test(body)
}

function isCalledOtherwise({ exchange: { response } }: SeenExchange): boolean {
  const [, type = ''] = response?.headers?.find(([name]) => name.toLowerCase() === 'content-type') ?? []
  return type !== '' && !/^application\/(scim\+)?json\b/i.test(type)
}

function isBareList(seen: SeenExchange): boolean {
  const value = seen.status === 200 && seen.place !== '' ? answered(seen) : undefined
  return isJsonArray(value) || (isJsonObject(value) && typeof value.totalResults !== 'number')
}

function isUntyped(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && textOf(value.scimType) === ''
}

const NOW_MS = 5 * 60_000

/** By the endpoint’s own clock; one that goes wrong says nothing. */
function isMadeNow({ after, exchange: { startedAt } }: SeenExchange): boolean {
  const made = Date.parse(textOf(Object(after?.meta).created))
  return startedAt !== undefined && Math.abs(made - startedAt) < NOW_MS
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
