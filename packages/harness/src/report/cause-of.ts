// Which exchange made somebody be as they are: the last write that names them, by name or by the id that they were given. Pure.
// A text of its own, such as a department that is called like a group, names nobody: silence is better than a false blame.
import type { RecordedExchange } from '@scimulator/shared/http'
import { jsonBody } from '@scimulator/shared/provisioning'
import { isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import { type MemberWrites, memberWrite, whoDiffers } from './member-writes.ts'
import { namesIn } from './names-in.ts'
import type { DifferenceResult } from './result.ts'

/**
 * @param item the key of the view's item: a userName, an address, a group's name, or of the traffic a number
 * @param differences in what the item is not as expected: a group that has lost a member lost them by a write that takes members out
 * @returns the last write about the item, else the last question about it; undefined when nothing names it
 */
export function causeOf(
  item: string,
  sent: readonly RecordedExchange[],
  differences: readonly DifferenceResult[] = [],
): RecordedExchange | undefined {
  if (item === '') return undefined
  if (/^\d+$/.test(item)) return sent.find(({ seq }) => seq === Number(item))
  const ids = idsOf(item, sent)
  const own = sent.filter((exchange) => isOwn(item, ids, exchange))
  const about = sent.filter((exchange) => isNamed(item, exchange) || ids.some((id) => isMentioned(id, exchange)))
  return (
    memberCause(own, sent, differences) ??
    own.at(-1) ??
    about.findLast(({ request }) => request.method !== 'GET') ??
    about.at(-1)
  )
}

/** Of a group that differs in its members and in nothing else. */
function memberCause(
  own: readonly RecordedExchange[],
  sent: readonly RecordedExchange[],
  differences: readonly DifferenceResult[],
): RecordedExchange | undefined {
  const who = whoDiffers(differences)
  if (!who) return undefined
  const writes = own.map((exchange): MemberWrites => ({ exchange, ...memberWrite(exchange) }))
  const names = (ids: readonly string[]) => (one: MemberWrites) =>
    ids.some((id) => one.adds.includes(id) || one.takes.includes(id))
  const [missing] = who.missing
  if (missing === undefined) return writes.findLast(names(idsOf(who.extra[0] ?? '', sent)))?.exchange
  const ids = idsOf(missing, sent)
  const isAbout = (one: MemberWrites): boolean => one.mayTakeAll || one.takes.length > 0 || names(ids)(one)
  return writes.findLast(isAbout)?.exchange
}

/** A write of the resource itself, and not of a group that it is in. */
function isOwn(item: string, ids: readonly string[], { request }: RecordedExchange): boolean {
  if (request.method === 'GET') return false
  const [, id] = /\/(?:Users|Groups)\/([^/?]+)/.exec(request.url) ?? []
  return id === undefined ? namesIn(request.body).has(item) : ids.includes(decodeURIComponent(id))
}

/** Ids of resources that were made under the name, or sent with it. */
function idsOf(item: string, sent: readonly RecordedExchange[]): readonly string[] {
  return sent.flatMap(({ request, response }) => {
    if (!response || !namesIn(request.body).has(item)) return []
    const [, inPath] = /\/(?:Users|Groups)\/([^/?]+)/.exec(request.url) ?? []
    const body = jsonBody(response)
    // JSON.parse yields nothing else.
    const value = body.kind === 'json' ? (body.value as JsonValue) : undefined
    const id = inPath ?? (isJsonObject(value) && response.status < 300 ? value.id : undefined)
    return id === undefined ? [] : [decodeURIComponent(String(id))]
  })
}

function isNamed(name: string, { request }: RecordedExchange): boolean {
  return namesIn(request.body).has(name) || hasText(name, decoded(request.url))
}

/** An id is like no other text. */
function isMentioned(id: string, { request }: RecordedExchange): boolean {
  return hasText(id, request.body) || hasText(id, decoded(request.url))
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '))
  } catch {
    return url
  }
}

/** As a whole: `ann` is no part of `annual`. */
function hasText(name: string, text = ''): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true
  }
  return false
}

function isLetter(character = ''): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}
