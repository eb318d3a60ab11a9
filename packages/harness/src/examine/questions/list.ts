import { asNumber, asText } from '@scimulator/shared/scim'
import { type Answer, listIn, type ReadList } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { filterQuery } from '../facts.ts'
import type { Question } from '../question.ts'
import type { Made, Questioner } from '../questioner.ts'
import { ORDER_STAYS, orderStays } from './page-order.ts'

/** The whole collection, page by page (RFC 7644 §3.4.2.4). Asked while nothing else of ours runs; others may work there all the same. */
export const list: Question = {
  id: 'list',
  asks: 'a list can be read page by page',
  checks: [
    'list/answered',
    'list/envelope',
    'list/items-per-page',
    'list/count-kept',
    ORDER_STAYS,
    'list/start-index-kept',
    'list/total-right',
    'list/total-stays',
    'list/from-zero',
    'list/inactive-in-it',
  ],
  quiet: true,
  *ask(q) {
    const made = [yield* q.create(), yield* q.create(), yield* q.create({ active: false })]
    made.push(yield* q.create(), yield* q.create())
    const first = yield* page(q, 1, 2)
    const read = listIn(first)
    const detail = `A list is answered ${first.status} and no list.`
    if (!q.check('list/answered', read !== undefined, first, detail) || !read) return
    envelope(q, first, read)
    const isBound = read.resources.length <= 2
    q.check('list/count-kept', isBound, first, `count=2 gave ${read.resources.length} resources.`)
    if (isBound && !(yield* orderStays(q, stemOf(made)))) return
    if (isBound) yield* startIndex(q)
    else for (const check of ['list/start-index-kept', ORDER_STAYS]) q.block(check, 'list/count-kept')
    yield* total(q, made)
  },
}

/** How the userNames begin; only their numbers differ. */
function stemOf([first]: readonly Made[]): string {
  return asText(first?.sent.userName).replace(/\d+(@.*)?$/, '')
}

function page(q: Questioner, start: number, count: number): Asking<Answer> {
  return q.send('GET', `/Users?startIndex=${start}&count=${count}`)
}

type Pages = readonly { readonly answer: Answer; readonly list: ReadList }[]

/** How often pages are read before it is believed that another client keeps changing the collection. */
const TRIES = 4

/** The same pages twice, one pass after the other: they count if both passes say the same. Undefined where no two passes in a row do. */
function* agreed(
  q: Questioner,
  pages: readonly (readonly [start: number, count: number])[],
): Asking<Pages | undefined> {
  let before: Pages | undefined
  for (let tries = 0; tries < TRIES; tries += 1) {
    const read: { answer: Answer; list: ReadList }[] = []
    for (const [start, count] of pages) {
      const answer = yield* page(q, start, count)
      const found = listIn(answer)
      if (found) read.push({ answer, list: found })
    }
    if (read.length === pages.length && before && isSame(before, read)) return read
    before = read
  }
  return undefined
}

function isSame(one: Pages, other: Pages): boolean {
  const said = (pages: Pages) => JSON.stringify(pages.map(({ list: { ids, total } }) => [ids, total]))
  return said(one) === said(other)
}

const CHANGING = 'the collection changes while it is read'

function envelope(q: Questioner, answer: Answer, { total: given }: ReadList): void {
  const wrong = [
    ...(answer.body === undefined ? ['it is a bare array'] : []),
    ...(answer.body && typeof given !== 'number' ? [`totalResults is ${JSON.stringify(given) ?? 'absent'}`] : []),
    ...(answer.body && !Array.isArray(answer.body.Resources) ? ['there is no array Resources'] : []),
  ]
  q.check('list/envelope', wrong.length === 0, answer, `The list is no ListResponse: ${wrong.join(', and ')}.`)
}

interface Said {
  readonly held: boolean
  readonly answer: Answer
  readonly detail: string
}

/** How often it must be wrong in a row, with time in between, before the endpoint is blamed and not those who work there as well. */
const TIMES = 3

/** Held as soon as it is right once: an endpoint that is wrong is wrong each time. */
function* stands(q: Questioner, check: string, look: () => Asking<Said | undefined>): Asking {
  for (let times = 1; ; times += 1) {
    const said = yield* look()
    if (!said) return q.leave(check, CHANGING)
    if (said.held || times === TIMES) return void q.check(check, said.held, said.answer, said.detail)
    const longest = Math.min(1_100, Math.max(0, ...q.facts.freshness.waits()))
    if (longest > 0) yield { kind: 'pause', ms: longest, doubt: check }
  }
}

function* startIndex(q: Questioner): Asking {
  yield* stands(q, 'list/start-index-kept', () => moved(q))
  const zero = yield* page(q, 0, 2)
  if (zero.ok) yield* stands(q, 'list/from-zero', () => fromZero(q))
  else q.leave('list/from-zero', 'startIndex=0 is refused')
}

function* moved(q: Questioner): Asking<Said | undefined> {
  const pages = yield* agreed(q, [
    [1, 2],
    [2, 2],
  ])
  const [first, second] = pages ?? []
  if (!first || !second) return undefined
  const [one] = second.list.ids
  const detail = 'startIndex=2 begins with the same resource as startIndex=1.'
  return { held: one !== undefined && one !== first.list.ids[0], answer: second.answer, detail }
}

function* fromZero(q: Questioner): Asking<Said | undefined> {
  const pages = yield* agreed(q, [
    [1, 2],
    [0, 2],
  ])
  const [first, other] = pages ?? []
  if (!first || !other) return undefined
  const held = other.list.ids[0] === first.list.ids[0]
  return { held, answer: other.answer, detail: 'startIndex=0 is not taken for 1.' }
}

function* totalStays(q: Questioner): Asking<Said | undefined> {
  const pages = yield* agreed(q, [
    [1, 2],
    [1, 100],
  ])
  const [few, all] = pages ?? []
  if (!few || !all) return undefined
  const [short, long] = [few.list.total, all.list.total]
  const detail = `totalResults is ${short} with count=2 and ${long} with count=100.`
  return { held: short === long, answer: all.answer, detail }
}

function* totalRight(q: Questioner, ours: number): Asking<Said | undefined> {
  const [all] = (yield* agreed(q, [[1, 100]])) ?? []
  if (!all) return undefined
  const least = Math.max(all.list.resources.length, ours)
  const detail = `totalResults is ${all.list.total}; at least ${least} are there.`
  return { held: asNumber(all.list.total) >= least, answer: all.answer, detail }
}

function* inactiveInIt(q: Questioner, ours: readonly string[]): Asking<Said | undefined> {
  const seen = new Set<string>()
  let shown: Answer | undefined
  for (let start = 1; ; start += 100) {
    const answer = yield* page(q, start, 100)
    shown ??= answer
    const found = listIn(answer)
    for (const id of found?.ids ?? []) seen.add(id)
    if (!found || found.ids.length === 0 || start + 100 > asNumber(found.total)) break
  }
  const missing = ours.filter((id) => !seen.has(id))
  const [, , inactive] = ours
  if (!missing.every((id) => id === inactive)) return undefined
  return { held: missing.length === 0, answer: shown, detail: 'An inactive person is not in the list.' }
}

/** As many as a reading page by page may ask for; above that, only what can be said of single pages is said. */
const READABLE = 400

function* total(q: Questioner, ours: readonly Made[]): Asking {
  const whole = yield* page(q, 1, 100)
  const all = listIn(whole)
  if (!all) return q.block('list/total-right', 'list/answered')
  itemsPerPage(q, whole, all)
  if (typeof all.total !== 'number') return q.block('list/total-right', 'list/envelope')
  yield* stands(q, 'list/total-stays', () => totalStays(q))
  yield* stands(q, 'list/total-right', () => totalRight(q, ours.length))
  if (all.total > READABLE) return q.leave('list/inactive-in-it', 'the collection is too large to be read as a whole')
  const ids = ours.map(({ id }) => id)
  yield* stands(q, 'list/inactive-in-it', () => inactiveInIt(q, ids))
  yield* byFilterAllTheSame(q, ours[2])
}

/** Whom a list leaves out and a lookup finds: identity providers look people up, and what a list shows is the endpoint's own rule. */
function* byFilterAllTheSame(q: Questioner, inactive: Made | undefined): Asking {
  if (!inactive || q.results.get('list/inactive-in-it')?.state !== 'red') return
  const answer = yield* q.send('GET', `/Users?${filterQuery(`userName eq "${inactive.sent.userName}"`)}`)
  if (!listIn(answer)?.ids.includes(inactive.id)) return
  q.leave('list/inactive-in-it', 'a lookup finds them')
  q.remark('inactive-not-listed', 'A list leaves out people who are inactive; a lookup by filter finds them.')
}

function itemsPerPage(q: Questioner, answer: Answer, { resources }: ReadList): void {
  const shown = answer.body?.itemsPerPage
  if (typeof shown !== 'number') {
    q.leave('list/items-per-page', 'itemsPerPage is not shown')
    return
  }
  const detail = `itemsPerPage is ${shown}; ${resources.length} resources are in the page.`
  q.check('list/items-per-page', shown === resources.length, answer, detail)
}
