// RFC 7643 §1.2, §2.4, §6 and §7: what /Schemas and /ResourceTypes say of attributes, and whether it fits.
import { asText, isJsonArray, isJsonObject, type JsonObject, sameUrn, urns } from '@scimulator/shared/scim'
import { type Answer, listIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Row, type Section } from '../suite.ts'
import { attributesIn } from './core-attributes.ts'

/** Each is said of every attribute. */
const SAID: readonly (readonly [row: string, name: string, type: 'boolean' | 'string', says: string])[] = [
  ['required', 'required', 'boolean', 'Each attribute says whether it is required; false is the default'],
  ['mutability', 'mutability', 'string', 'Each attribute says its mutability; readWrite is the default'],
  ['returned', 'returned', 'string', 'Each attribute says when it is returned; default is the default'],
]

const DEFINED = [
  ...['simple', 'sub-attributes', 'multi-valued'],
  ...SAID.map(([row]) => row),
  ...['description', 'attribute-description'],
]

export const schemasSay: Section = {
  id: 'rfc7643-2',
  source: 'RFC 7643 §1.2, §2.4, §6, §7',
  title: 'What /Schemas says of attributes',
  rows: [
    must('simple', 'Only complex attributes have sub-attributes (§1.2).', 'MUST NOT'),
    must('objects-are-complex', 'An attribute whose values are objects is complex (§2.4).', 'SHALL'),
    must('sub-attributes', 'Of several values, primary is a boolean, and type and display are texts (§2.4).'),
    must('multi-valued', 'Each attribute says whether it has several values (§7).', 'REQUIRED'),
    ...SAID.map(([row, , , says]) => whereItApplies(row, `${says} (§7).`, 'REQUIRED')),
    whereItApplies('description', 'Each schema has a description (§7).'),
    whereItApplies('attribute-description', 'Each attribute has a description (§7).'),
    whereItApplies('type-description', 'Each resource type has a description (§6).'),
  ],
  questions: [
    { decides: DEFINED, ask: definitions },
    { decides: ['objects-are-complex'], ask: objects },
    { decides: ['type-description'], ask: types },
  ],
}

/** Obliges "when applicable", or has a default: what is missing is a warning. */
function whereItApplies(id: string, says: string, modal: Row['modal'] = 'MUST'): Row {
  return { ...must(id, says, modal), level: 'optional' }
}

/** Attributes and sub-attributes of one schema, with the path of each. */
function allIn(attributes: readonly JsonObject[], before = ''): readonly (readonly [string, JsonObject])[] {
  return attributes.flatMap((one) => {
    const path = `${before}${asText(one.name)}`
    return [[path, one] as const, ...allIn(attributesIn(one.subAttributes), `${path}.`)]
  })
}

function* definitions(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/Schemas')
  const schemas = listIn(answer)?.resources ?? []
  const all = schemas.flatMap(({ attributes }) => allIn(attributesIn(attributes)))
  if (all.length === 0) return note.leave(DEFINED, `/Schemas, answered ${answer.status}, has no attributes`)
  const each = (row: string, isRight: (attribute: JsonObject) => boolean): void => {
    const odd = all.filter(([, one]) => !isRight(one)).map(([path]) => path)
    note.row(row, odd.length === 0, answer, `Not so: ${odd.slice(0, 10).join(', ')}.`)
  }
  each('simple', ({ type, subAttributes }) => attributesIn(subAttributes).length === 0 || type === 'complex')
  each('sub-attributes', hasUsualParts)
  each('multi-valued', ({ multiValued }) => typeof multiValued === 'boolean')
  for (const [row, name, type] of SAID) each(row, (one) => typeof one[name] === type)
  each('attribute-description', isDescribed)
  const nameless = schemas.filter((one) => !isDescribed(one)).map(({ id }) => asText(id))
  note.row('description', nameless.length === 0, answer, `Not so: ${nameless.join(', ')}.`)
}

const USUAL: Readonly<Record<string, string>> = { primary: 'boolean', type: 'string', display: 'string' }

function hasUsualParts({ multiValued, subAttributes }: JsonObject): boolean {
  if (multiValued !== true) return true
  return attributesIn(subAttributes).every(({ name, type = 'string' }) => (USUAL[asText(name)] ?? type) === type)
}

function isDescribed({ description }: JsonObject): boolean {
  return typeof description === 'string' && description !== ''
}

function* objects(q: Questioner, note: RowNotes): Asking {
  const read = yield* q.read(yield* q.create())
  const schema = listIn(yield* q.send('GET', '/Schemas'))?.resources.find(({ id }) => sameUrn(asText(id), urns.user))
  if (!schema) return note.leave(['objects-are-complex'], '/Schemas does not have the schema of people')
  const typeOf = new Map(attributesIn(schema.attributes).map(({ name, type }) => [asText(name).toLowerCase(), type]))
  const shown = Object.entries(read.body ?? {}).filter(([, value]) => isJsonArray(value) && value.some(isJsonObject))
  const odd = shown.filter(([name]) => (typeOf.get(name.toLowerCase()) ?? 'complex') !== 'complex')
  if (shown.length === 0) return note.leave(['objects-are-complex'], 'a person has no attribute with several values')
  note.row('objects-are-complex', odd.length === 0, read, `Not so: ${odd.map(([name]) => name).join(', ')}.`)
}

function* types(q: Questioner, note: RowNotes): Asking {
  const answer: Answer = yield* q.send('GET', '/ResourceTypes')
  const found = listIn(answer)?.resources ?? []
  if (found.length === 0) return note.leave(['type-description'], `/ResourceTypes is answered ${answer.status}`)
  const odd = found.filter((one) => !isDescribed(one)).map(({ name }) => asText(name))
  note.row('type-description', odd.length === 0, answer, `Not so: ${odd.join(', ')}.`)
}
