import { type Answer, listIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import type { Made, Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section, undecidable } from '../suite.ts'
import { mayAsk } from './offers.ts'
import { ownOnly } from './own-search.ts'

interface Order {
  readonly row: string
  readonly says: string
  readonly modal: 'MUST' | 'SHALL'
  readonly query: string
  /** Suffixes of userName and externalId, in the order in which they are made and in which they must come. */
  readonly made: readonly string[]
  readonly ordered: readonly string[]
}

const THREE = ['b', 'c', 'a']
const DESCENDING = 'sortBy=userName&sortOrder=descending'

const ORDERS: readonly Order[] = [
  order(
    'sort-by',
    'The attribute of sortBy orders the resources.',
    'SHALL',
    'sortBy=userName&sortOrder=ascending',
    'abc',
  ),
  order('default-order', 'Without sortOrder the order is ascending.', 'SHALL', 'sortBy=userName', 'abc'),
  order('descending', 'With sortOrder descending the order is the other way round.', 'SHALL', DESCENDING, 'cba'),
  {
    ...order(
      'case-insensitive',
      'Attributes that are not case-exact are sorted without regard to case.',
      'MUST',
      'sortBy=userName',
      'aBc',
    ),
    made: ['B', 'c', 'a'],
  },
  {
    ...order(
      'case-exact',
      'Case-exact attributes, such as externalId, are sorted case-sensitively.',
      'MUST',
      'sortBy=externalId',
      'Bac',
    ),
    made: ['a', 'c', 'B'],
  },
  order('by-sub-attribute', 'sortBy takes the path of a sub-attribute.', 'SHALL', 'sortBy=name.familyName', 'abc'),
]

function order(row: string, says: string, modal: Order['modal'], query: string, ordered: string): Order {
  return { row, says, modal, query, made: THREE, ordered: [...ordered] }
}

export const sorting: Section = {
  id: 'rfc7644-3.4.2.3',
  source: 'RFC 7644 §3.4.2.3',
  title: 'Sorting',
  rows: ORDERS.map(({ row, says, modal }) => must(row, says, modal)),
  questions: ORDERS.map((one) => ({
    decides: [one.row],
    ask: (q: Questioner, note: RowNotes) => sorted(q, note, one),
  })),
}

function* sorted(q: Questioner, note: RowNotes, { row, query, made, ordered }: Order): Asking {
  if (!(yield* mayAsk(q, note, [row], 'sort'))) return
  const stem = q.name()
  const ids = new Map<string, string>()
  for (const suffix of made) {
    const name = `${stem}${suffix}`
    const person = yield* q.create({
      userName: `${name}@${q.facts.emailDomain}`,
      externalId: `ext-${name}`,
      name: { givenName: 'Ada', familyName: `Of ${name}` },
      ...(q.facts.mailIsName
        ? { emails: [{ primary: true, type: 'work', value: `${name}@${q.facts.emailDomain}` }] }
        : {}),
    })
    ids.set(person.id, suffix)
  }
  const isRight = (answer: Answer): boolean => foundIn(answer, ids).join() === ordered.join()
  const path = `/Users?${filterQuery(`userName sw ${JSON.stringify(stem)}`)}&${query}`
  const answer = yield* q.until(() => q.send('GET', path), isRight)
  const detail = `${query}: expected ${ordered.join(', ')}, found ${foundIn(answer, ids).join(', ')} (${answer.status}).`
  note.row(row, isRight(answer), answer, detail)
}

function foundIn(answer: Answer, ids: ReadonlyMap<string, string>): readonly string[] {
  return (listIn(answer)?.ids ?? []).flatMap((id) => ids.get(id) ?? [])
}

export const paging: Section = {
  id: 'rfc7644-3.4.2.4',
  source: 'RFC 7644 §3.4.2.4',
  title: 'Pagination',
  rows: [
    must('start-index-zero', 'startIndex 0 is taken for 1.', 'SHALL'),
    must('start-index-negative', 'A negative startIndex is taken for 1.', 'SHALL'),
    must('count-is-most', 'A page has no more resources than count says.', 'MUST NOT'),
    must('count-negative', 'A negative count is taken for 0: no resources, totalResults alone.', 'SHALL'),
    undecidable('changing', 'client-duty', 'A client copes with collections that change between two pages.'),
  ],
  questions: [
    { decides: ['start-index-zero'], ask: (q, note) => fromFirst(q, note, 'start-index-zero', '0') },
    { decides: ['start-index-negative'], ask: (q, note) => fromFirst(q, note, 'start-index-negative', '-1') },
    { decides: ['count-is-most'], ask: most },
    { decides: ['count-negative'], ask: negative },
  ],
}

/** Two of one's own, alone in what is read. */
function* two(q: Questioner): Asking<readonly Made[]> {
  return [yield* q.create(), yield* q.create()]
}

function ownPage(q: Questioner, query: string): Asking<Answer> {
  return q.send('GET', `/Users?${filterQuery(ownOnly(q))}&${query}`)
}

function* fromFirst(q: Questioner, note: RowNotes, row: string, index: string): Asking {
  if (!(yield* mayAsk(q, note, [row], 'filter'))) return
  const made = yield* two(q)
  const hasAll = (answer: Answer): boolean => made.every(({ id }) => listIn(answer)?.ids.includes(id))
  yield* q.until(() => ownPage(q, 'startIndex=1&count=10'), hasAll)
  const answer = yield* q.until(() => ownPage(q, `startIndex=${index}&count=10`), hasAll)
  note.row(row, hasAll(answer), answer, `startIndex=${index} is answered ${answer.status}, not with the first page.`)
}

function* most(q: Questioner, note: RowNotes): Asking {
  yield* two(q)
  const answer = yield* q.send('GET', '/Users?startIndex=1&count=1')
  const found = listIn(answer)?.resources.length
  note.row('count-is-most', found !== undefined && found <= 1, answer, `count=1 gave ${found ?? 'no'} resources.`)
}

function* negative(q: Questioner, note: RowNotes): Asking {
  if (!(yield* mayAsk(q, note, ['count-negative'], 'filter'))) return
  yield* two(q)
  const answer = yield* ownPage(q, 'count=-1')
  const isRight = answer.status === 200 && listIn(answer)?.resources.length === 0
  const found = listIn(answer)?.resources.length ?? 'no list'
  note.row('count-negative', isRight, answer, `count=-1 is answered ${answer.status}, with ${found} resources.`)
}
