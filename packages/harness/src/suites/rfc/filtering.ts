import { asText, type JsonObject, sameUrn, urns } from '@scimulator/shared/scim'
import { type Answer, listIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import { personBody } from '../../examine/person.ts'
import type { Made, Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type RowQuestion, type Section, undecidable } from '../suite.ts'
import { attributesIn } from './core-attributes.ts'
import { mayAsk } from './offers.ts'
import { type Found, ownOnly, type Search, search, textOf } from './own-search.ts'

/** Two people of one's own who differ in everything that is filtered by. */
interface Pair {
  readonly ada: Made
  readonly bo: Made
  readonly own: string
}

interface Case {
  readonly row: string
  readonly says: string
  filter(pair: Pair): string
  /** Of the two; default ada alone. */
  readonly finds?: readonly ('ada' | 'bo')[]
  readonly modal?: 'MUST' | 'SHALL'
}

const userName = ({ ada }: Pair): string => asText(ada.sent.userName)
const and = (own: string, filter: string): string => `${own} and (${filter})`

/** Operators of Table 3 and their order: whatever is asked, those that match SHALL be returned, and nobody else. */
const CASES: readonly Case[] = [
  {
    row: 'eq',
    says: 'eq finds the users who have the value, and no others.',
    filter: (p) => `userName eq ${textOf(userName(p))}`,
  },
  {
    row: 'ne',
    says: 'ne finds who has another value, and not who has this one.',
    filter: (p) => and(p.own, `userName ne ${textOf(userName(p))}`),
    finds: ['bo'],
  },
  {
    row: 'co',
    says: 'co finds who has the text within the value.',
    filter: (p) => `userName co ${textOf(userName(p).slice(3))}`,
  },
  {
    row: 'sw',
    says: 'sw finds whose value begins with the text.',
    filter: (p) => `userName sw ${textOf(userName(p).split('@')[0])}`,
  },
  {
    row: 'ew',
    says: 'ew finds whose value ends with the text.',
    filter: (p) => `userName ew ${textOf(userName(p).slice(12))}`,
  },
  { row: 'pr', says: 'pr finds who has a value.', filter: (p) => and(p.own, 'nickName pr') },
  {
    row: 'gt',
    says: 'gt compares texts in lexicographical order.',
    filter: (p) => and(p.own, `userName gt ${textOf(userName(p))}`),
    finds: ['bo'],
  },
  {
    row: 'ge',
    says: 'ge finds the value itself as well.',
    filter: (p) => and(p.own, `userName ge ${textOf(userName(p))}`),
    finds: ['ada', 'bo'],
  },
  {
    row: 'lt',
    says: 'lt leaves the value itself out.',
    filter: (p) => and(p.own, `userName lt ${textOf(p.bo.sent.userName)}`),
  },
  {
    row: 'le',
    says: 'le finds the value itself as well.',
    filter: (p) => and(p.own, `userName le ${textOf(p.bo.sent.userName)}`),
    finds: ['ada', 'bo'],
  },
  {
    row: 'and',
    says: 'and finds who matches both.',
    filter: (p) => `userName eq ${textOf(userName(p))} and externalId eq ${textOf(p.ada.sent.externalId)}`,
  },
  {
    row: 'or',
    says: 'or finds who matches either.',
    filter: (p) => `userName eq ${textOf(userName(p))} or userName eq ${textOf(p.bo.sent.userName)}`,
    finds: ['ada', 'bo'],
  },
  {
    row: 'not',
    says: 'not finds who does not match.',
    filter: (p) => `${p.own} and not (userName eq ${textOf(p.bo.sent.userName)})`,
  },
  {
    row: 'grouping-first',
    says: 'What stands in brackets is evaluated first.',
    filter: (p) => `(userName eq ${textOf(userName(p))} or userName eq ${textOf(p.bo.sent.userName)}) and nickName pr`,
    modal: 'MUST',
  },
  {
    row: 'and-before-or',
    says: 'and takes precedence over or.',
    filter: (p) => `userName eq ${textOf(userName(p))} or userName eq ${textOf(p.bo.sent.userName)} and nickName pr`,
    modal: 'MUST',
  },
  {
    row: 'not-before-and',
    says: 'not takes precedence over and.',
    filter: (p) => `not (nickName pr) and ${p.own}`,
    finds: ['bo'],
    modal: 'MUST',
  },
  {
    row: 'eq-ignores-case',
    says: 'eq ignores case where the attribute is not case-exact.',
    filter: (p) => `userName eq ${textOf(userName(p).toUpperCase())}`,
    modal: 'MUST',
  },
  {
    row: 'co-ignores-case',
    says: 'co ignores case where the attribute is not case-exact.',
    filter: (p) => `userName co ${textOf(userName(p).slice(3).toUpperCase())}`,
    modal: 'MUST',
  },
  {
    row: 'sw-ignores-case',
    says: 'sw ignores case where the attribute is not case-exact.',
    filter: (p) => `userName sw ${textOf(userName(p).split('@')[0]?.toUpperCase())}`,
    modal: 'MUST',
  },
  {
    row: 'any-value',
    says: 'A filter on a multi-valued attribute matches when any of its values does.',
    filter: (p) => `emails.value eq ${textOf(`home-${userName(p)}`)}`,
  },
  {
    row: 'same-value',
    says: 'Conditions in square brackets are applied to one and the same value.',
    filter: (p) => and(p.own, `emails[type eq "work" and value sw "home-"]`),
    finds: [],
    modal: 'MUST',
  },
]

const NEEDS_NICK_NAME = new Set(['pr', 'grouping-first', 'and-before-or', 'not-before-and'])
const NEEDS_TWO_MAILS = new Set(['any-value', 'same-value'])

function questionOf(one: Case): RowQuestion {
  return {
    decides: [one.row],
    *ask(q, note) {
      if (!(yield* mayAsk(q, note, [one.row], 'filter'))) return
      const pair = yield* makePair(q)
      const lacks = lackOf(one, pair)
      if (lacks !== undefined) return note.leave([one.row], `the endpoint does not keep ${lacks}`)
      noteFound(note, one.row, yield* search(q, searchOf(one, pair)))
    },
  }
}

/** Nobody matching is a row of its own; where that is a 404, it says nothing of who would have matched. */
function noteFound(note: RowNotes, row: string, { held, answer, detail }: Found): void {
  if (answer.status === 404) note.leave([row], 'a query that nobody matches is answered 404')
  else note.row(row, held, answer, detail)
}

function searchOf({ filter, finds = ['ada'] }: Case, pair: Pair): Search {
  const both = ['ada', 'bo'] as const
  return {
    filter: filter(pair),
    finds: finds.map((one) => pair[one]),
    leaves: both.filter((one) => !finds.includes(one)).map((one) => pair[one]),
  }
}

function* makePair(q: Questioner): Asking<Pair> {
  const [first, second] = [q.name(), q.name()]
  const { emailDomain, omit, mailIsName } = q.facts
  const address = `${first}@${emailDomain}`
  const emails = [
    { primary: true, type: 'work', value: address },
    { type: 'home', value: `home-${address}` },
  ]
  const more = omit.includes('emails') || mailIsName ? {} : { emails }
  const nickName = `Nick ${first}`
  const ada = yield* q.create({ userName: address, externalId: `ext-${first}`, nickName, ...more })
  const bo = yield* q.create({ userName: `${second}@${emailDomain}`, externalId: `ext-${second}` })
  return { ada, bo, own: ownOnly(q) }
}

function lackOf({ row }: Case, { ada }: Pair): string | undefined {
  const { body } = ada.answer
  if (NEEDS_NICK_NAME.has(row) && body?.nickName === undefined) return 'nickName'
  const { emails } = body ?? {}
  if (NEEDS_TWO_MAILS.has(row) && !(Array.isArray(emails) && emails.length > 1)) return 'a second email address'
  return undefined
}

const REFUSED: readonly (readonly [row: string, says: string, filter: string, modal: 'MUST' | 'SHALL'])[] = [
  ['unknown-operator', 'An operator that is not known is answered 400, not with a list.', 'userName regex "a"', 'MUST'],
  ['boolean-not-ordered', 'gt on a boolean is answered 400.', 'active gt true', 'SHALL'],
  ['boolean-ge', 'ge on a boolean is answered 400.', 'active ge true', 'SHALL'],
  ['boolean-lt', 'lt on a boolean is answered 400.', 'active lt true', 'SHALL'],
  ['boolean-le', 'le on a boolean is answered 400.', 'active le true', 'SHALL'],
  ['no-expression', 'A filter without a valid expression is answered 400.', 'userName eq', 'MUST'],
]

function refusalOf([row, , filter]: (typeof REFUSED)[number]): RowQuestion {
  return {
    decides: [row, `${row}-scim-type`],
    *ask(q, note) {
      if (!(yield* mayAsk(q, note, [row, `${row}-scim-type`], 'filter'))) return
      const answer: Answer = yield* q.send('GET', `/Users?${filterQuery(filter)}&count=1`)
      note.row(row, answer.status === 400, answer, `${filter} is answered ${answer.status}.`)
      const type = answer.body?.scimType
      note.row(`${row}-scim-type`, type === 'invalidFilter', answer, `scimType is ${JSON.stringify(type) ?? 'absent'}.`)
    },
  }
}

function* unknownOperator(q: Questioner, note: RowNotes): Asking {
  if (!(yield* mayAsk(q, note, ['unknown-operator-detail'], 'filter'))) return
  const answer = yield* q.send('GET', `/Users?${filterQuery('userName regex "a"')}&count=1`)
  const detail = answer.body?.detail
  const isSaid = answer.status >= 400 && typeof detail === 'string' && detail !== ''
  note.row('unknown-operator-detail', isSaid, answer, `detail is ${JSON.stringify(detail) ?? 'absent'}.`)
}

function* binary(q: Questioner, note: RowNotes): Asking {
  if (!(yield* mayAsk(q, note, ['binary-not-ordered'], 'filter'))) return
  const answer = yield* q.send('GET', '/Schemas')
  const schema = listIn(answer)?.resources.find(({ id }) => sameUrn(asText(id), urns.user))
  if (!schema) return note.leave(['binary-not-ordered'], '/Schemas does not have the schema of people')
  const path = binaryIn(attributesIn(schema.attributes))
  if (path === undefined) return note.notOffered(['binary-not-ordered'], 'a binary attribute', answer)
  const filter = `${path} gt "AAAA"`
  const found = yield* q.send('GET', `/Users?${filterQuery(filter)}&count=1`)
  const isRefused = found.status === 400 && found.body?.scimType === 'invalidFilter'
  note.row('binary-not-ordered', isRefused, found, `${filter} is answered ${found.status}.`)
}

function binaryIn(attributes: readonly JsonObject[], before = ''): string | undefined {
  const paths = attributes.flatMap(({ name, type, subAttributes }) =>
    type === 'binary'
      ? [`${before}${asText(name)}`]
      : (binaryIn(attributesIn(subAttributes), `${asText(name)}.`) ?? []),
  )
  return paths[0]
}

function* defaulted(q: Questioner, note: RowNotes): Asking {
  if (!(yield* mayAsk(q, note, ['defaulted'], 'filter'))) return
  const { active: _left, ...body } = personBody(q.facts, q.name())
  const answer = yield* q.send('POST', '/Users', { body })
  const given = answer.body?.active
  const id = answer.body?.id
  q.need('create/accepted', answer.ok && typeof id === 'string')
  if (typeof given !== 'boolean' || typeof id !== 'string')
    return note.notOffered(['defaulted'], 'a value of the server’s own for active', answer)
  const made = { kind: 'Users' as const, id, sent: body, answer }
  const filter = `userName eq ${textOf(body.userName)} and active eq ${given}`
  noteFound(note, 'defaulted', yield* search(q, { filter, finds: [made], leaves: [] }))
}

const CASE_EXACT = 'id-case-exact'

function* caseExact(q: Questioner, note: RowNotes): Asking {
  if (!(yield* mayAsk(q, note, [CASE_EXACT], 'filter'))) return
  const made = yield* q.create({ externalId: `Ext-${q.name()}` })
  if (made.answer.body?.externalId === undefined)
    return note.leave([CASE_EXACT], 'the endpoint does not keep externalId')
  const filter = `externalId eq ${textOf(asText(made.sent.externalId).toUpperCase())}`
  noteFound(note, CASE_EXACT, yield* search(q, { filter, finds: [], leaves: [made] }))
}

function* inTime(q: Questioner, note: RowNotes): Asking {
  if (!(yield* mayAsk(q, note, ['chronological'], 'filter'))) return
  const made = yield* q.create()
  const instant = Date.parse(asText(Object(made.answer.body?.meta).created))
  if (Number.isNaN(instant)) return note.leave(['chronological'], 'meta.created is not a date')
  // An hour before, written so that as a text it comes after.
  const shifted = new Date(instant + 13 * HOUR_MS).toISOString().replace('Z', '+14:00')
  const filter = `${ownOnly(q)} and meta.created gt ${textOf(shifted)}`
  const { held, answer, detail } = yield* search(q, { filter, finds: [made], leaves: [] })
  note.row('chronological', held, answer, detail)
}

const HOUR_MS = 3_600_000

export const filtering: Section = {
  id: 'rfc7644-3.4.2.2',
  source: 'RFC 7644 §3.4.2.2',
  title: 'Filtering',
  rows: [
    ...CASES.map(({ row, says, modal = 'SHALL' }) => must(row, says, modal)),
    must(CASE_EXACT, 'A case-exact attribute, such as externalId, is compared with its case.', 'SHALL'),
    must('chronological', 'gt on a date and time compares instants, not texts.', 'SHALL'),
    ...REFUSED.flatMap(([row, says, , modal]) => [
      must(row, says, modal),
      must(`${row}-scim-type`, `${says.replace(/\.$/, '')}: the scimType is "invalidFilter".`, modal),
    ]),
    must('unknown-operator-detail', 'The answer to an operator that is not known says what is wrong.'),
    must('binary-not-ordered', 'gt on a binary attribute is answered 400, invalidFilter.', 'SHALL'),
    must('defaulted', 'A filter takes the value that the server has given an attribute.', 'SHALL'),
    undecidable('abnf', 'client-duty', 'A filter keeps to the grammar, and names sub-attributes in full.'),
  ],
  questions: [
    ...CASES.map(questionOf),
    { decides: [CASE_EXACT], ask: caseExact },
    { decides: ['chronological'], ask: inTime },
    ...REFUSED.map(refusalOf),
    { decides: ['unknown-operator-detail'], ask: unknownOperator },
    { decides: ['binary-not-ordered'], ask: binary },
    { decides: ['defaulted'], ask: defaulted },
  ],
}
