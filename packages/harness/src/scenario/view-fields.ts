// What an item of a view is made of, read from its type's JSON Schema, which is the same for every kind of zod type.
import { z } from 'zod'
import { isPlainObject } from '../written/plain-object.ts'

type Schema = Readonly<Record<string, unknown>>

/** A place in an item: everything that its type allows there. */
export interface Field {
  /** Its members by name; empty where the type names none. */
  readonly members: ReadonlyMap<string, Field>
  /** What any other member is; undefined where there is no other. */
  readonly other?: Field
  /** Which names other members have, where that is known. */
  readonly otherNames?: RegExp
  /** What an entry of a list is; undefined where there is no list. */
  readonly entries?: Field
  /** JSON types of a value here; undefined where it may be of any. */
  readonly types?: ReadonlySet<string>
  /** Every text that may stand here, where they are counted. */
  readonly choices?: readonly unknown[]
  readonly describes?: string
}

const ANYTHING: Field = { members: new Map() }
const known = new WeakMap<z.ZodType, Field>()

/** The fields of an item of this type. */
export function fieldsOf(item: z.ZodType): Field {
  const found = known.get(item)
  if (found) return found
  const schema: unknown = z.toJSONSchema(item, { io: 'output', unrepresentable: 'any' })
  const made = fieldAt([schema], isPlainObject(schema) && isPlainObject(schema.$defs) ? schema.$defs : {})
  known.set(item, made)
  return made
}

/** @param defs what a type that holds itself refers to; deeper than once, nothing is said of it */
function fieldAt(schemas: readonly unknown[], defs: Schema): Field {
  const branches = schemas.flatMap((one) => branchesOf(one, defs))
  if (branches.length === 0 || branches.some(isAnything)) return { ...ANYTHING, ...describedBy(branches) }
  const names = new Set(branches.flatMap(({ properties }) => Object.keys(asRecord(properties))))
  const members = [...names].map((name) => {
    const inBranches = branches.flatMap(({ properties }) => (asRecord(properties)[name] as unknown) ?? [])
    return [name, fieldAt(inBranches, withoutLoops(inBranches, defs))] as const
  })
  const others = branches.flatMap(({ additionalProperties: more }) =>
    more === undefined || more === false ? [] : [more],
  )
  const entries = branches.flatMap(({ items }) => items ?? [])
  const otherNames = branches.map((one) => one.otherNames).find((pattern) => typeof pattern === 'string')
  const lists = branches.some(({ type }) => type === 'array')
  return {
    members: new Map(members),
    ...(others.length > 0 ? { other: fieldAt(others, defs) } : {}),
    ...(typeof otherNames === 'string' ? { otherNames: new RegExp(otherNames, 'u') } : {}),
    ...(lists ? { entries: entries.length > 0 ? fieldAt(entries, defs) : ANYTHING } : {}),
    ...kindsOf(branches),
    ...describedBy(branches),
  }
}

function withoutLoops(schemas: readonly unknown[], defs: Schema): Schema {
  return schemas.some((one) => isPlainObject(one) && typeof one.$ref === 'string') ? {} : defs
}

function branchesOf(schema: unknown, defs: Schema): Schema[] {
  if (!isPlainObject(schema)) return [{}]
  const { $ref, anyOf, oneOf, allOf, description, ...own } = schema
  if (typeof $ref === 'string') return branchesOf(defs[$ref.replace('#/$defs/', '')] ?? {}, {})
  const choices = [anyOf, oneOf, allOf].find(Array.isArray)
  const text = description === undefined ? {} : { description }
  if (choices) return choices.flatMap((one) => branchesOf(one, defs)).map((branch) => ({ ...branch, ...text }))
  return [{ ...own, ...text }]
}

function isAnything({ type, enum: choices, const: only, properties }: Schema): boolean {
  return type === undefined && choices === undefined && only === undefined && properties === undefined
}

function kindsOf(branches: readonly Schema[]): Pick<Field, 'types' | 'choices'> {
  const types = branches.flatMap(({ type, ...one }) => {
    if (type === undefined) return (choicesOf(one) ?? []).map(jsonType)
    return [type].flat().map((name) => (name === 'integer' ? 'number' : String(name)))
  })
  const counted = branches
    .filter(({ type, ...one }) => [type].flat().includes('string') || choicesOf(one))
    .map(choicesOf)
  const choices = counted.flatMap((some) => some ?? [])
  const areCounted = choices.length > 0 && counted.every((some) => some !== undefined)
  return { types: new Set(types), ...(areCounted ? { choices } : {}) }
}

function choicesOf(schema: Schema): readonly unknown[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum
  return schema.const === undefined ? undefined : [schema.const]
}

function describedBy(branches: readonly Schema[]): Pick<Field, 'describes'> {
  const texts = branches.flatMap(({ description }) => (typeof description === 'string' ? [description] : []))
  return texts.length === 0 ? {} : { describes: [...new Set(texts)].join('; ') }
}

/** The name that JSON Schema has for the type of a value. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function asRecord(value: unknown): Schema {
  return isPlainObject(value) ? value : {}
}
