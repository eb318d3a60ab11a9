// The page of all verbs and views, made from the controls, so that it cannot tell anything else than they do.
import { z } from 'zod'
import { isPlainObject } from '../written/plain-object.ts'
import { type Field, fieldsOf } from './view-fields.ts'
import type { ViewWord, Vocabulary } from './vocabulary.ts'

const HEAD = `# Verbs and views

Every word that a step or an expectation may use. This page is generated: \`npm run generate\`.
How they are used is told in [Scenarios](../guides/scenarios.md).
`

/** The reference as Markdown. */
export function verbReference({ verbs, views, given }: Vocabulary): string {
  const programs = new Set([...verbs.values()].map(({ program }) => program))
  const sections = [...programs].flatMap((program) => [
    `## ${program === undefined ? 'The harness' : `\`${program}\``}\n`,
    ...(program === undefined ? [] : [givenSection(program, given)]),
    ...[...verbs.values()]
      .filter((verb) => verb.program === program)
      .map(({ name, describes, input }) => entry('###', name, describes, input)),
    '### Views\n',
    ...[...views.values()].filter((view) => view.program === program).map((view) => viewEntry(view)),
  ])
  return `${[HEAD, ...sections].join('\n').trimEnd()}\n`
}

function givenSection(program: string, given: Vocabulary['given']): string {
  const [name, { options } = { options: undefined }] = [...given].find(([, known]) => known.program === program) ?? []
  return options ? entry('###', `given.${name}`, 'What a file may say of it before the first step.', options) : ''
}

function entry(level: string, name: string, describes: string, type: z.ZodType): string {
  const schema = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' })
  const rows = rowsOf(schema, '', 0)
  const table =
    rows.length === 0
      ? []
      : ['| input | takes | meaning |', '|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`), '']
  const plain = schema.properties === undefined ? [`Takes ${typeText(schema)}.\n`] : []
  return [`${level} ${name}\n`, `${sentence(describes)}\n`, ...plain, ...table].join('\n')
}

/** What it is asked, and what each of its items has. */
function viewEntry({ name, describes, query, item }: ViewWord): string {
  const rows = fieldRows(fieldsOf(item), '', 0)
  const table = [
    '| field of an item | is | meaning |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ]
  return [entry('####', name, describes, query), ...(rows.length === 0 ? [] : table)].join('\n')
}

/** One row a field; those of its own members, or of a list's entries, follow below its name. */
function fieldRows({ members, entries }: Field, prefix: string, depth: number): string[][] {
  if (depth > 1) return []
  const own = [...members].flatMap(([name, field]) => [
    [`\`${prefix}${name}\``, cell(fieldType(field)), cell(field.describes ?? '')],
    ...fieldRows(field, `${prefix}${name}.`, depth + 1),
  ])
  return own.length > 0 || !entries ? own : fieldRows(entries, prefix, depth)
}

function fieldType({ types, choices, members, entries }: Field): string {
  if (types === undefined && members.size === 0) return ''
  const kinds = [...(types ?? ['object'])].flatMap((type) => {
    if (type === 'string') return choices ? choices.map((choice) => `\`${String(choice)}\``).join(', ') : 'text'
    if (type === 'array') return `list of ${(entries && fieldType(entries)) || 'anything'}`
    return type === 'object' ? 'map' : type
  })
  return [...new Set(kinds)].join(' or ')
}

/** One row per member; members of members follow below their name. Of a union, the members of every branch. */
function rowsOf(schema: unknown, prefix: string, depth: number): string[][] {
  const branches = branchesOf(schema)
  const names = [...new Set(branches.flatMap(({ properties }) => Object.keys(asRecord(properties))))]
  return names.flatMap((name) => {
    const members = branches.flatMap(({ properties }) => asRecord(properties)[name] ?? [])
    const isRequired = branches.every(({ required }) => Array.isArray(required) && required.includes(name))
    const hasDefault = members.some((member) => asRecord(member).default !== undefined)
    const types = [...new Set(members.map(typeText))].join(' or ')
    const meanings = [...new Set(members.map(meaningOf).filter((meaning) => meaning !== ''))].join('; ')
    const mark = isRequired && !hasDefault ? '' : ' (optional)'
    const inner = depth < 1 && name !== 'company' ? rowsOf(members[0], `${prefix}${name}.`, depth + 1) : []
    return [[`\`${prefix}${name}\`${mark}`, cell(types), cell(meanings)], ...inner]
  })
}

function branchesOf(schema: unknown): Record<string, unknown>[] {
  const { anyOf, oneOf } = asRecord(schema)
  const choices = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : undefined
  return choices ? choices.flatMap(branchesOf) : [asRecord(schema)]
}

function meaningOf(member: unknown): string {
  const { description, default: usual } = asRecord(member)
  const text = typeof description === 'string' ? description : ''
  if (usual === undefined) return text
  return `${text}${text === '' ? '' : '. '}Default \`${JSON.stringify(usual)}\``
}

function typeText(schema: unknown): string {
  const { type, enum: choices, const: only, anyOf, oneOf, items } = asRecord(schema)
  if (Array.isArray(choices)) return choices.map((choice) => `\`${String(choice)}\``).join(', ')
  if (only !== undefined) return `\`${JSON.stringify(only)}\``
  const branches = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : undefined
  if (branches) return [...new Set(branches.map(typeText))].join(' or ')
  if (type === 'array') return `list of ${items === undefined ? 'anything' : typeText(items)}`
  if (type === 'object') return 'map'
  return type === 'string' ? 'text' : typeof type === 'string' ? type : 'anything'
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|')
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function asRecord(value: unknown): Record<string, unknown> {
  return isPlainObject(value) ? value : {}
}
