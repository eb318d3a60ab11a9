// Where two answers to the same request differ. What RFC 7644 leaves to each service provider is no difference: ids that correspond, times,
// versions, URLs, the order of lists, the words of an error, and whether a PATCH is answered with the resource or with nothing (§3.5.2).
import type { ScimResponse } from '@scimulator/shared/provisioning'
import { isJsonArray, isJsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'

export interface AnswerDifference {
  /** `status`, or a path in the body, such as `name.givenName`. */
  readonly at: string
  readonly recorded: unknown
  readonly replayed: unknown
}

interface Sides {
  readonly recorded: ScimResponse
  readonly replayed: ScimResponse
  /** The recorded text with the ids of the other endpoint. */
  mapped(text: string): string
  readonly method: string
}

export function compareAnswers({ recorded, replayed, mapped, method }: Sides): readonly AnswerDifference[] {
  const isPatched = method === 'PATCH' && [recorded, replayed].every(({ status }) => status === 200 || status === 204)
  if (recorded.status !== replayed.status && !isPatched)
    return [{ at: 'status', recorded: saying(recorded), replayed: saying(replayed) }]
  if (recorded.body === '' || replayed.body === '') return []
  const [one, other] = [parsedJson(mapped(recorded.body)), parsedJson(replayed.body)]
  if (one === undefined || other === undefined) {
    return one === other || recorded.status >= 400 ? [] : [{ at: 'body', recorded: shape(one), replayed: shape(other) }]
  }
  if (recorded.status >= 400) return compared('scimType', Object(one).scimType, Object(other).scimType)
  return compared('', one, other)
}

function saying({ status, body }: ScimResponse): string | number {
  const { scimType, detail } = Object(parsedJson(body) ?? {})
  const told = [scimType, detail].filter((part) => typeof part === 'string')
  return told.length > 0 && status >= 400 ? `${status} (${told.join(': ')})` : status
}

function shape(value: JsonValue | undefined): string {
  return value === undefined ? 'no JSON' : 'JSON'
}

/** `groups` of a user follows from the groups, and from what was under way at the same moment (RFC 7643 §4.1.2). */
const OWN = /(^|\.)(groups|meta\.(created|lastModified|version|location)|\$ref|schemas|itemsPerPage|startIndex)$/

function compared(at: string, one: JsonValue | undefined, other: JsonValue | undefined): readonly AnswerDifference[] {
  if (OWN.test(at)) return []
  if (isJsonObject(one) && isJsonObject(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...names].flatMap((name) => compared(at === '' ? name : `${at}.${name}`, one[name], other[name]))
  }
  if (isJsonArray(one) && isJsonArray(other)) return comparedLists(at, one, other)
  if (isNothing(one) && isNothing(other)) return []
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ at, recorded: one, replayed: other }]
}

/** RFC 7643 §2.5: null and an empty list are no value. */
function isNothing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || (isJsonArray(value) && value.length === 0)
}

function comparedLists(
  at: string,
  one: readonly JsonValue[],
  other: readonly JsonValue[],
): readonly AnswerDifference[] {
  const [these, those] = [sorted(one), sorted(other)]
  if (these.length !== those.length) return [{ at, recorded: one, replayed: other }]
  return these.flatMap((value, index) => compared(these.length === 1 ? at : `${at}[${index}]`, value, those[index]))
}

/** By what tells elements apart. */
function sorted(list: readonly JsonValue[]): readonly JsonValue[] {
  const keyOf = (value: JsonValue): string =>
    isJsonObject(value) ? JSON.stringify([value.id, value.type, value.value]) : JSON.stringify(value)
  return [...list].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}
