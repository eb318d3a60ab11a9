// Which exchange left an account as it is: the last write that names them, by name or by the id that they were given. Pure.
// A text of its own, such as a department that is called like a group, names nobody: silence is better than a false blame.

import { type RecordedExchange, unescapedQuery } from '@scimulator/shared/http'
import { type MemberWrites, memberWrite, whoDiffers } from './member-writes.ts'
import type { DifferenceResult } from './result.ts'
import type { WhatWasSent } from './what-was-sent.ts'

/**
 * @param item the key of the view's item: a userName, an address, a group's name, or of the traffic a number
 * @param differences in what the item is not as expected: a group that has lost a member lost them by a write that takes members out
 * @returns the last write about the item, else the last question about it; undefined when nothing names it
 */
export function causeOf(
  item: string,
  sent: WhatWasSent,
  differences: readonly DifferenceResult[] = [],
): RecordedExchange | undefined {
  if (item === '') return undefined
  if (/^\d+$/.test(item)) return sent.exchanges.find(({ seq }) => seq === Number(item))
  const ids = sent.idsOf(item)
  const own = sent.writesOf(item, ids)
  return memberCause(own, sent, differences) ?? own.at(-1) ?? lastAbout(item, ids, sent)
}

/** The last write that mentions it, else the last question. */
function lastAbout(item: string, ids: readonly string[], sent: WhatWasSent): RecordedExchange | undefined {
  const naming = new Set(sent.naming(item))
  const about = sent.exchanges.filter(
    (exchange) => naming.has(exchange) || isInUrl(item, exchange) || ids.some((id) => isMentioned(id, exchange)),
  )
  return about.findLast(({ request }) => request.method !== 'GET') ?? about.at(-1)
}

/** Of a group that differs in its members and in nothing else. */
function memberCause(
  own: readonly RecordedExchange[],
  sent: WhatWasSent,
  differences: readonly DifferenceResult[],
): RecordedExchange | undefined {
  const who = whoDiffers(differences)
  if (!who) return undefined
  const writes = own.map((exchange): MemberWrites => ({ exchange, ...memberWrite(exchange) }))
  const names = (ids: readonly string[]) => (one: MemberWrites) =>
    ids.some((id) => one.adds.includes(id) || one.takes.includes(id))
  const [missing] = who.missing
  if (missing === undefined) return writes.findLast(names(sent.idsOf(who.extra[0] ?? '')))?.exchange
  const ids = sent.idsOf(missing)
  const isAbout = (one: MemberWrites): boolean => one.mayTakeAll || one.takes.length > 0 || names(ids)(one)
  return writes.findLast(isAbout)?.exchange
}

function isInUrl(name: string, { request }: RecordedExchange): boolean {
  return hasText(name, unescapedQuery(request.url))
}

/** An id is like no other text. */
function isMentioned(id: string, { request }: RecordedExchange): boolean {
  return hasText(id, request.body) || hasText(id, unescapedQuery(request.url))
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
