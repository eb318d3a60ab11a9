// RFC 7644 §3.5.2.1 to §3.5.2.3: what each operation does, and when it fails.
import { asText, isJsonArray, type JsonObject } from '@scimulator/shared/scim'
import { type Answer, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import type { Body } from '../../examine/person.ts'
import type { Made, Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type RowQuestion, type Section, undecidable } from '../suite.ts'
import { patchQuestion, twoMails, typesOf } from './modifying-with-patch.ts'
import { plainAttribute } from './modifying-with-put.ts'

/** One write, and what must be so afterwards. */
interface Write {
  readonly row: string
  readonly says: string
  readonly modal?: 'MUST' | 'SHALL'
  readonly on: 'plain' | 'name' | 'mails'
  operation(q: Questioner, made: Made): Body
  isDone(after: JsonObject | undefined, operation: Body, made: Made): boolean
}

function isUnassigned(resource: JsonObject | undefined, path: string): boolean {
  const value = valueAt(resource, path)
  return resource !== undefined && (value === undefined || value === null || value === '' || isEmpty(value))
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

const PLAIN_PATH = '{plain}'

const ADDS: readonly Write[] = [
  {
    row: 'complex',
    says: 'An add to a complex attribute adds the sub-attributes of its value and keeps the others.',
    on: 'name',
    operation: () => ({ op: 'add', path: 'name', value: { givenName: 'Grace' } }),
    isDone: (after, _operation, made) =>
      valueAt(after, 'name.givenName') === 'Grace' &&
      valueAt(after, 'name.familyName') === valueAt(made.answer.body, 'name.familyName'),
  },
  {
    row: 'multi-valued',
    says: 'An add to a multi-valued attribute adds a value to those that are there.',
    on: 'mails',
    operation: (q) => ({
      op: 'add',
      path: 'emails',
      value: [{ type: 'other', value: `other-${q.name()}@${q.facts.emailDomain}` }],
    }),
    isDone: (after) => ['home', 'other', 'work'].every((type) => typesOf(after, 'emails').includes(type)),
  },
]

const REMOVES: readonly Write[] = [
  {
    row: 'single-valued',
    says: 'A remove of a single-valued attribute leaves it unassigned.',
    on: 'plain',
    operation: () => ({ op: 'remove', path: PLAIN_PATH }),
    isDone: (after, { path }) => isUnassigned(after, asText(path)),
  },
  {
    row: 'multi-valued',
    says: 'A remove of a multi-valued attribute without a filter leaves it unassigned.',
    on: 'mails',
    operation: () => ({ op: 'remove', path: 'emails' }),
    isDone: (after) => isUnassigned(after, 'emails'),
  },
  {
    row: 'last-value',
    says: 'Where a filter takes the last value, the attribute is unassigned.',
    on: 'mails',
    operation: () => ({ op: 'remove', path: 'emails[type pr]' }),
    isDone: (after) => isUnassigned(after, 'emails'),
  },
  {
    row: 'sub-attribute',
    says: 'A remove of a sub-attribute leaves it unassigned and the others as they are.',
    on: 'mails',
    operation: () => ({ op: 'remove', path: 'emails[type eq "home"].type' }),
    isDone: (after) => mailsOf(after).length === 2 && !typesOf(after, 'emails').includes('home'),
  },
]

const REPLACES: readonly Write[] = [
  {
    row: 'no-path',
    says: 'A replace without a path replaces the attributes that its value has.',
    on: 'plain',
    operation: (q) => ({ op: 'replace', value: { [plainAttribute(q) ?? '']: `Without ${q.name()}` } }),
    isDone: (after, { value }) => Object.entries(Object(value)).every(([name, one]) => valueAt(after, name) === one),
  },
  {
    row: 'absent-is-add',
    says: 'A replace of an attribute that has no value is an add.',
    on: 'plain',
    operation: (q) => ({ op: 'replace', path: 'nickName', value: `Nick ${q.name()}` }),
    isDone: (after, { value }) => valueAt(after, 'nickName') === value,
  },
  {
    row: 'complex',
    says: 'A replace of a complex attribute replaces the sub-attributes of its value.',
    on: 'name',
    operation: () => ({ op: 'replace', path: 'name', value: { givenName: 'Grace', familyName: 'Murray' } }),
    isDone: (after) => valueAt(after, 'name.givenName') === 'Grace' && valueAt(after, 'name.familyName') === 'Murray',
  },
  {
    row: 'all-matches',
    says: 'A replace with a filter is done to all values that match, and to no others.',
    on: 'mails',
    operation: () => ({ op: 'replace', path: 'emails[type eq "home"].type', value: 'other' }),
    isDone: (after) =>
      typesOf(after, 'emails').join() === 'work,other' || typesOf(after, 'emails').join() === 'other,work',
  },
]

function mailsOf(resource: JsonObject | undefined): readonly unknown[] {
  return isJsonArray(resource?.emails) ? resource.emails : []
}

function questionOf(write: Write): RowQuestion {
  return patchQuestion([write.row], function* (q, note) {
    const made = yield* subjectOf(q, write)
    if (!made) return note.leave([write.row], `the endpoint does not keep ${LACKS[write.on]}`)
    const operation = settled(write.operation(q, made), plainAttribute(q) ?? '')
    const answer = yield* q.patch(made, [operation])
    const isDone = (resource: JsonObject | undefined): boolean => write.isDone(resource, operation, made)
    const after = answer.ok ? yield* q.settled(made, isDone) : answer
    const isKnown =
      write.row !== 'absent-is-add' ||
      !answer.ok ||
      after.body?.nickName !== undefined ||
      q.facts.advertised.has('nickname')
    if (!isKnown) return note.leave([write.row], 'the endpoint does not keep nickName')
    note.row(write.row, answer.ok && isDone(after.body), answer, `It is answered ${answer.status} and not done.`, after)
  })
}

const LACKS = { plain: 'title or displayName', name: 'name', mails: 'two email addresses' } as const

function* subjectOf(q: Questioner, { on }: Write): Asking<Made | undefined> {
  if (on === 'mails') return yield* twoMails(q)
  const isKept = on === 'plain' ? plainAttribute(q) !== undefined : q.facts.keeps.has('name.familyName')
  return isKept ? yield* q.create() : undefined
}

function settled(operation: Body, plain: string): Body {
  return operation.path === PLAIN_PATH ? { ...operation, path: plain } : operation
}

const rowsOf = (writes: readonly Write[]) => writes.map(({ row, says, modal = 'SHALL' }) => must(row, says, modal))

export const addOperation: Section = {
  id: 'rfc7644-3.5.2.1',
  source: 'RFC 7644 §3.5.2.1',
  title: 'PATCH: add',
  rows: [
    ...rowsOf(ADDS),
    must('nothing-new', 'An add of what is there already does not change meta.lastModified.', 'SHALL NOT'),
    undecidable('has-value', 'client-duty', 'An add has a value.'),
  ],
  questions: [...ADDS.map(questionOf), patchQuestion(['nothing-new'], nothingNew)],
}

function* nothingNew(q: Questioner, note: RowNotes): Asking {
  const name = plainAttribute(q)
  if (name === undefined) return note.leave(['nothing-new'], 'the endpoint keeps neither title nor displayName')
  const made = yield* q.create()
  const before = yield* q.settled(made, (resource) => valueAt(resource, name) !== undefined)
  if (valueAt(before.body, 'meta.lastModified') === undefined)
    return note.leave(['nothing-new'], 'meta.lastModified is not shown')
  yield { kind: 'pause', ms: 1_100 }
  const answer = yield* q.patch(made, [{ op: 'add', path: name, value: valueAt(before.body, name) }])
  q.need('rfc7644-3.5.2/success', answer.ok)
  const after = yield* q.read(made)
  const isSame = valueAt(after.body, 'meta.lastModified') === valueAt(before.body, 'meta.lastModified')
  note.row('nothing-new', isSame, answer, 'meta.lastModified has changed.', after)
}

export const removeOperation: Section = {
  id: 'rfc7644-3.5.2.2',
  source: 'RFC 7644 §3.5.2.2',
  title: 'PATCH: remove',
  rows: [
    must('path-required', 'A remove without a path is answered 400.', 'REQUIRED'),
    must('path-required-scim-type', 'A remove without a path is refused with the scimType "noTarget".', 'REQUIRED'),
    ...rowsOf(REMOVES),
    must('filtered', 'A remove with a filter takes the values that match, and no others.', 'SHALL'),
    must('required-attribute', 'A remove of a required attribute is answered as failed.', 'SHALL'),
    must('required-scim-type', 'A remove of a required attribute is refused with the scimType "mutability".', 'SHALL'),
    must('read-only', 'A remove of a readOnly attribute is answered as failed.', 'SHALL'),
    must('read-only-scim-type', 'A remove of a readOnly attribute is refused with the scimType "mutability".', 'SHALL'),
    must('required-kept', 'A required attribute is there after a remove of it.', 'SHALL'),
  ],
  questions: [
    patchQuestion(['path-required', 'path-required-scim-type'], withoutPath),
    ...REMOVES.map(questionOf),
    patchQuestion(['filtered'], filtered),
    patchQuestion(['required-attribute', 'required-scim-type', 'required-kept'], requiredGone),
    patchQuestion(['read-only', 'read-only-scim-type'], readOnlyGone),
  ],
}

function refusal(note: RowNotes, row: string, answer: Answer, what: string, scimType: string, typeRow: string): void {
  note.row(row, answer.status === 400, answer, `${what} is answered ${answer.status}.`)
  const type = answer.body?.scimType
  note.row(typeRow, type === scimType, answer, `scimType is ${JSON.stringify(type) ?? 'absent'}.`)
}

function* withoutPath(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.patch(yield* q.create(), [{ op: 'remove' }])
  refusal(note, 'path-required', answer, 'A remove without a path', 'noTarget', 'path-required-scim-type')
}

function* filtered(q: Questioner, note: RowNotes): Asking {
  const made = yield* twoMails(q)
  if (!made) return note.leave(['filtered'], 'the endpoint does not keep two email addresses')
  const answer = yield* q.patch(made, [{ op: 'remove', path: 'emails[type eq "home"]' }])
  const isDone = (resource: JsonObject | undefined): boolean => typesOf(resource, 'emails').join() === 'work'
  const after = answer.ok ? yield* q.settled(made, isDone) : answer
  const left = typesOf(after.body, 'emails').join(', ')
  note.row(
    'filtered',
    answer.ok && isDone(after.body),
    answer,
    `It is answered ${answer.status}; left: ${left}.`,
    after,
  )
}

function* requiredGone(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const answer = yield* q.patch(made, [{ op: 'remove', path: 'userName' }])
  const isFailed = answer.status >= 400 && answer.status < 500
  note.row('required-attribute', isFailed, answer, `A remove of userName is answered ${answer.status}.`)
  const type = answer.body?.scimType
  note.row('required-scim-type', type === 'mutability', answer, `scimType is ${JSON.stringify(type) ?? 'absent'}.`)
  const after = yield* q.read(made)
  note.row('required-kept', after.ok && !isUnassigned(after.body, 'userName'), answer, 'userName is gone.', after)
}

function* readOnlyGone(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.patch(yield* q.create(), [{ op: 'remove', path: 'meta.resourceType' }])
  const isFailed = answer.status >= 400 && answer.status < 500
  note.row('read-only', isFailed, answer, `A remove of meta.resourceType is answered ${answer.status}.`)
  const type = answer.body?.scimType
  note.row('read-only-scim-type', type === 'mutability', answer, `scimType is ${JSON.stringify(type) ?? 'absent'}.`)
}

export const replaceOperation: Section = {
  id: 'rfc7644-3.5.2.3',
  source: 'RFC 7644 §3.5.2.3',
  title: 'PATCH: replace',
  rows: [
    ...rowsOf(REPLACES),
    must('no-match', 'A replace with a filter that no value matches is answered 400.', 'SHALL'),
    must('no-match-scim-type', 'A replace that matches no value is refused with the scimType "noTarget".', 'SHALL'),
    {
      ...must(
        'no-match-eq',
        'A replace that matches no value, but says how it would be, is answered 400; Entra ID is better served by an add.',
        'SHALL',
      ),
      level: 'optional',
    },
  ],
  questions: [
    ...REPLACES.map(questionOf),
    patchQuestion(['no-match', 'no-match-scim-type'], noMatch),
    patchQuestion(['no-match-eq'], noMatchEq),
  ],
}

function* noMatch(q: Questioner, note: RowNotes): Asking {
  const answer = yield* replaceNothing(q, 'emails[type sw "scimulator"].value')
  refusal(note, 'no-match', answer, 'A replace that matches no value', 'noTarget', 'no-match-scim-type')
}

function* noMatchEq(q: Questioner, note: RowNotes): Asking {
  const answer = yield* replaceNothing(q, 'emails[type eq "scimulator"].value')
  note.row('no-match-eq', answer.status === 400, answer, `It is answered ${answer.status}.`)
}

function* replaceNothing(q: Questioner, path: string): Asking<Answer> {
  const made = yield* q.create()
  const value = `nobody-${q.name()}@${q.facts.emailDomain}`
  return yield* q.patch(made, [{ op: 'replace', path, value }])
}
