import { type Answer, listIn, type ReadList } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { filterQuery } from '../facts.ts'
import type { Questioner } from '../questioner.ts'

/** Whether people stand in one order as long as nothing changes, so that pages fit together (RFC 7644 §3.4.2.4). */
export const ORDER_STAYS = 'list/order-stays'

/** As many as are asked for at once. */
const WHOLE = 100

/** How often the order is looked at when it moved, and how often it must have moved. */
const TIMES = { most: 3, least: 2 }

const SAYS_NOTHING = 'the collection cannot be read at once, or changes while it is read'

/** All users in one answer, page by page, and in one answer again. */
interface Survey {
  readonly before: readonly string[]
  readonly pages: readonly { readonly answer: Answer; readonly ids: readonly string[] }[]
  readonly after: readonly string[]
}

/**
 * Asked while nothing else of ours runs. That others change the collection is seen by who is in it and by totalResults.
 * @param names how the userNames of the question's own people begin: of a large collection only these are listed
 * @returns false where the order moves, so that no other page says anything
 */
export function* orderStays(q: Questioner, names: string): Asking<boolean> {
  const where = yield* readable(q, names)
  let first: Survey | undefined
  let moved = 0
  for (let times = 1; times <= TIMES.most; times += 1) {
    const seen = where === undefined ? undefined : yield* survey(q, where)
    if (!seen || (first && !isSame(sorted(first.before), sorted(seen.before)))) {
      q.leave(ORDER_STAYS, SAYS_NOTHING)
      return true
    }
    first ??= seen
    const wrong = whatMoved(seen)
    moved += wrong === undefined ? 0 : 1
    if (moved === 0 || moved === TIMES.least) return noted(q, seen, wrong)
    yield* rest(q)
  }
  return noted(q, first, undefined)
}

function noted(q: Questioner, seen: Survey | undefined, wrong: string | undefined): boolean {
  return q.check(ORDER_STAYS, wrong === undefined, seen?.pages.at(-1)?.answer, wrong)
}

function* rest({ facts }: Questioner): Asking {
  const longest = Math.min(1_100, Math.max(0, ...facts.freshness.waits()))
  if (longest > 0) yield { kind: 'pause', ms: longest, doubt: ORDER_STAYS }
}

/** The query that lists few enough: none, or a filter by our own names; undefined where neither does. */
function* readable(q: Questioner, names: string): Asking<string | undefined> {
  for (const where of ['', `&${filterQuery(`userName sw "${names}"`)}`])
    if (wholeIn(yield* page(q, 1, WHOLE, where))) return where
  return undefined
}

function page(q: Questioner, start: number, count: number, where: string): Asking<Answer> {
  return q.send('GET', `/Users?startIndex=${start}&count=${count}${where}`)
}

/** Undefined where they are not all there, or too few to make pages of. */
function wholeIn(answer: Answer): ReadList | undefined {
  const list = listIn(answer)
  const isWhole = list && list.ids.length > 2 && list.total === list.ids.length
  return isWhole && new Set(list.ids).size === list.ids.length ? list : undefined
}

function* survey(q: Questioner, where: string): Asking<Survey | undefined> {
  const before = wholeIn(yield* page(q, 1, WHOLE, where))
  if (!before) return undefined
  const size = Math.max(2, Math.ceil(before.ids.length / 3))
  const pages: { answer: Answer; ids: readonly string[]; total: unknown }[] = []
  for (let start = 1; start <= before.ids.length; start += size) {
    const answer = yield* page(q, start, size, where)
    const list = listIn(answer)
    if (list) pages.push({ answer, ids: list.ids, total: list.total })
  }
  const after = wholeIn(yield* page(q, 1, WHOLE, where))
  if (!after || !isSame(sorted(before.ids), sorted(after.ids))) return undefined
  const isTheirs = pages.every(({ ids, total }) => {
    return total === before.ids.length && ids.every((id) => before.ids.includes(id))
  })
  return isTheirs ? { before: before.ids, pages, after: after.ids } : undefined
}

/** Undefined where pages and order are as they were. Which of them is in which page is told by number, never by name. */
function whatMoved({ before, pages, after }: Survey): string | undefined {
  const onPages = pages.flatMap(({ ids }) => ids)
  const twice = new Set(onPages.filter((id, at) => onPages.indexOf(id) !== at)).size
  const missing = before.filter((id) => !onPages.includes(id)).length
  const seen = `Of ${before.length} people, page by page, ${twice} came twice and ${missing} not at all`
  if (!isSame(before, after)) return `${seen}; the same list, read twice, had two orders, and no user came or went.`
  // A part of the list as it stands, although the wrong one, is a matter of startIndex and not of the order.
  const isShuffled = pages.some(({ ids }) => !isPartOf(ids, before))
  return twice > 0 && missing > 0 && isShuffled ? `${seen}, although no user came or went.` : undefined
}

function isPartOf(ids: readonly string[], all: readonly string[]): boolean {
  const at = all.indexOf(ids[0] ?? '')
  return isSame(ids, all.slice(at, at + ids.length))
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...ids].sort()
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id, at) => id === others[at])
}
