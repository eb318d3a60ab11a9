// The form of a verb, from the JSON Schema of its input: what kind of field each member has, and what was typed as the verb wants it. Pure.

export interface VerbShape {
  readonly name: string
  readonly describes: string
  readonly group?: string
  readonly changes: boolean
  readonly input: MemberSchema
}

/** The part of JSON Schema 2020-12 that inputs of verbs are written in. */
export interface MemberSchema {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly items?: MemberSchema
  readonly properties?: Readonly<Record<string, MemberSchema>>
  readonly required?: readonly string[]
  /** View whose keys the text may be. */
  readonly refers?: string
  readonly secret?: boolean
}

type FieldKind = 'text' | 'number' | 'yes-no' | 'choice' | 'lines' | 'json'

export interface FormField {
  readonly name: string
  readonly kind: FieldKind
  readonly isRequired: boolean
  readonly hint: string
  readonly choices: readonly string[]
  readonly refers?: string
  readonly isSecret: boolean
}

export function fieldsOf({ properties = {}, required = [] }: MemberSchema): readonly FormField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    kind: kindOf(schema),
    isRequired: required.includes(name),
    hint: hintOf(schema),
    choices: (schema.enum ?? []).map(String),
    ...refersIn(schema),
    isSecret: schema.secret === true,
  }))
}

function refersIn({ refers, items }: MemberSchema): { readonly refers?: string } {
  const named = refers ?? items?.refers
  return named === undefined ? {} : { refers: named }
}

function kindOf({ type, enum: choices, items }: MemberSchema): FieldKind {
  if (choices !== undefined) return 'choice'
  if (type === 'boolean') return 'yes-no'
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'string') return 'text'
  return type === 'array' && items?.type === 'string' ? 'lines' : 'json'
}

const FORMS: Partial<Record<FieldKind, string>> = { lines: 'One a line.', json: 'JSON.' }

function hintOf(schema: MemberSchema): string {
  const { description, default: preset } = schema
  const isPreset = preset !== undefined && JSON.stringify(preset) !== '{}'
  return [
    description === undefined ? '' : `${description}.`,
    FORMS[kindOf(schema)] ?? '',
    isPreset ? `Without it ${JSON.stringify(preset)}.` : '',
  ]
    .filter((text) => text !== '')
    .join(' ')
}

export interface ReadForm {
  readonly input: Readonly<Record<string, unknown>>
  /** What is wrong, by field. */
  readonly problems: Readonly<Record<string, string>>
}

/** @param typed texts by field. What is empty is left out; what is required and empty is a problem */
export function readForm(fields: readonly FormField[], typed: Readonly<Record<string, string>>): ReadForm {
  const input: Record<string, unknown> = {}
  const problems: Record<string, string> = {}
  for (const field of fields) {
    const text = typed[field.name] ?? ''
    if (text.trim() === '') {
      if (field.isRequired) problems[field.name] = 'It is needed.'
      continue
    }
    const read = readValue(field.kind, text)
    if ('problem' in read) problems[field.name] = read.problem
    else input[field.name] = read.value
  }
  return { input, problems }
}

function readValue(kind: FieldKind, text: string): { readonly value: unknown } | { readonly problem: string } {
  switch (kind) {
    case 'number':
      return Number.isFinite(Number(text)) ? { value: Number(text) } : { problem: `"${text}" is not a number.` }
    case 'yes-no':
      return { value: text === 'true' }
    case 'lines':
      return {
        value: text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      }
    case 'json':
      return readJson(text)
    default:
      return { value: text }
  }
}

function readJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Under their headings, in the order in which the program lists them. */
export function inGroups(
  verbs: readonly VerbShape[],
  typed: string,
): readonly (readonly [string, readonly VerbShape[]])[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const groups = new Map<string, VerbShape[]>()
  for (const verb of verbs) {
    const text = `${verb.name} ${verb.describes}`.toLowerCase()
    if (!words.every((word) => text.includes(word))) continue
    const group = verb.group ?? ''
    groups.set(group, [...(groups.get(group) ?? []), verb])
  }
  return [...groups]
}
