import { type Answer, listIn, type ReadList } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Question } from '../question.ts'
import type { Questioner } from '../questioner.ts'

/** The whole collection, page by page (RFC 7644 §3.4.2.4). Asked while nothing else of ours runs. */
export const list: Question = {
  id: 'list',
  asks: 'a list can be read page by page',
  checks: [
    'list/answered',
    'list/envelope',
    'list/items-per-page',
    'list/count-kept',
    'list/start-index-kept',
    'list/total-right',
    'list/total-stays',
    'list/from-zero',
    'list/inactive-in-it',
  ],
  quiet: true,
  *ask(q) {
    const made = [yield* q.create(), yield* q.create(), yield* q.create({ active: false })]
    const first = yield* page(q, 1, 2)
    const read = listIn(first)
    if (
      !q.check('list/answered', read !== undefined, first, `A list is answered ${first.status} and no list.`) ||
      !read
    )
      return
    envelope(q, first, read)
    const isBound = read.resources.length <= 2
    q.check('list/count-kept', isBound, first, `count=2 gave ${read.resources.length} resources.`)
    if (!isBound) return q.block('list/start-index-kept', 'list/count-kept')
    yield* next(q, read)
    yield* total(
      q,
      read,
      made.map(({ id }) => id),
    )
  },
}

function page(q: Questioner, startIndex: number, count: number): Asking<Answer> {
  return q.send('GET', `/Users?startIndex=${startIndex}&count=${count}`)
}

function envelope(q: Questioner, answer: Answer, { total: given }: ReadList): void {
  const isRight = answer.body !== undefined && typeof given === 'number' && Array.isArray(answer.body.Resources)
  q.check('list/envelope', isRight, answer, 'The list has no ListResponse with totalResults and Resources.')
}

function* next(q: Questioner, first: ReadList): Asking {
  const answer = yield* page(q, 2, 2)
  const second = listIn(answer)
  const [one] = second?.ids ?? []
  // One step further, the first one is the second of before.
  const isMoved = one !== undefined && one !== first.ids[0]
  q.check('list/start-index-kept', isMoved, answer, 'startIndex=2 begins with the same resource as startIndex=1.')
  const zero = yield* page(q, 0, 2)
  if (zero.ok)
    q.check('list/from-zero', listIn(zero)?.ids[0] === first.ids[0], zero, 'startIndex=0 is not taken for 1.')
  else q.leave('list/from-zero', 'startIndex=0 is refused')
}

/** As many as a reading page by page may ask for; above that, only what can be said of single pages is said. */
const READABLE = 400

function* total(q: Questioner, first: ReadList, ours: readonly string[]): Asking {
  const whole = yield* page(q, 1, 100)
  const all = listIn(whole)
  if (!all) return
  const shown = whole.body?.itemsPerPage
  if (typeof shown === 'number') {
    q.check(
      'list/items-per-page',
      shown === all.resources.length,
      whole,
      `itemsPerPage is ${shown}; ${all.resources.length} resources are in the page.`,
    )
  } else q.leave('list/items-per-page', 'itemsPerPage is not shown')
  if (typeof first.total !== 'number' || typeof all.total !== 'number')
    return q.block('list/total-right', 'list/envelope')
  q.check(
    'list/total-stays',
    first.total === all.total,
    whole,
    `totalResults is ${first.total} with count=2 and ${all.total} with count=100.`,
  )
  const least = Math.max(all.resources.length, ours.length)
  q.check('list/total-right', all.total >= least, whole, `totalResults is ${all.total}; at least ${least} are there.`)
  if (all.total > READABLE) return q.leave('list/inactive-in-it', 'the collection is too large to be read as a whole')
  const seen = new Set(all.ids)
  for (let start = all.ids.length + 1; start <= all.total && all.ids.length > 0; start += 100) {
    for (const id of listIn(yield* page(q, start, 100))?.ids ?? []) seen.add(id)
  }
  const missing = ours.filter((id) => !seen.has(id))
  const [, , inactive] = ours
  const isOnlyInactive = missing.every((id) => id === inactive)
  if (isOnlyInactive)
    q.check('list/inactive-in-it', missing.length === 0, whole, 'An inactive person is not in the list.')
  else q.block('list/inactive-in-it', 'list/start-index-kept')
}
