import { z } from 'zod'

/** The part of JSON Schema that zod writes for the inputs of verbs and for results. */
export interface JsonSchema {
  /** A list where zod's is nullable. */
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly description?: string
  readonly default?: unknown
  readonly not?: unknown
}

/** What `type` takes, or gives, as a JSON Schema. */
export function jsonSchemaOf(type: z.ZodType, io: 'input' | 'output' = 'input'): JsonSchema {
  // zod's answer is a JSON Schema of the kinds that typeOfSchema reads.
  return z.toJSONSchema(type, { io, unrepresentable: 'any' }) as JsonSchema
}

/** Names of types that stand beside, by the schema that they are made from ({@link keyOf}). */
export type NamedTypes = ReadonlyMap<string, string>

/** Equal for schemas of the same type; what is said of the type where it is used does not count. */
export function keyOf({ description: _, ...schema }: JsonSchema): string {
  return JSON.stringify(schema)
}

/**
 * A JSON Schema as a TypeScript type, in one expression, with descriptions as doc comments. `indent` is what its inner lines begin with;
 * what is one of the `named` types is told by its name.
 */
export function typeOfSchema(schema: JsonSchema, indent = '', named: NamedTypes = new Map()): string {
  return named.get(keyOf(schema)) ?? writtenType(schema, indent, named)
}

/** The type itself, though it may have a name. */
export function writtenType(schema: JsonSchema, indent: string, named: NamedTypes): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return unique(choices.map((one) => typeOfSchema(one, indent, named))).join(' | ')
  if (schema.allOf) return schema.allOf.map((one) => bracketed(typeOfSchema(one, indent, named))).join(' & ')
  if (typeof schema.type === 'object') {
    return schema.type.map((type) => typeOfSchema({ ...schema, type }, indent, named)).join(' | ')
  }
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
    case 'number':
      return schema.type
    case 'integer':
      return 'number'
    case 'array':
      return arrayType(schema, indent, named)
    case 'object':
      return objectType(schema, indent, named)
    default:
      return 'unknown'
  }
}

function arrayType({ items, prefixItems }: JsonSchema, indent: string, named: NamedTypes): string {
  if (prefixItems) return `readonly [${prefixItems.map((one) => typeOfSchema(one, indent, named)).join(', ')}]`
  return `readonly ${bracketed(typeOfSchema(items ?? {}, indent, named))}[]`
}

function objectType(schema: JsonSchema, indent: string, named: NamedTypes): string {
  const { properties = {}, required = [], additionalProperties } = schema
  const inner = `${indent}  `
  const members = Object.entries(properties).map(([name, schema]) => {
    const doc = docOf(schema, inner)
    const type = typeOfSchema(schema, inner, named)
    return `${doc}${inner}readonly ${keyText(name)}${required.includes(name) ? `: ${type}` : `?: ${type} | undefined`}`
  })
  const open = additionalProperties !== undefined && additionalProperties !== false
  // What else there may be has to admit what is named.
  const rest = typeof additionalProperties === 'object' && members.length === 0 ? additionalProperties : {}
  if (open && members.length === 0) return `Readonly<Record<string, ${typeOfSchema(rest, indent, named)}>>`
  if (open) members.push(`${inner}readonly [name: string]: unknown`)
  return members.length === 0 ? 'Readonly<Record<string, never>>' : `{\n${members.join('\n')}\n${indent}}`
}

/** A doc comment above a member, of one line where that is not too long; '' without a description. */
export function docOf({ description, default: usual }: JsonSchema, indent: string): string {
  const text = [description?.replace(/\.$/, ''), usual === undefined ? undefined : `Default ${JSON.stringify(usual)}`]
    .filter((part) => part !== undefined && part !== '')
    .join('. ')
  if (text === '') return ''
  const safe = `${text.replaceAll('*/', '* /')}.`
  if (indent.length + safe.length <= LONGEST_DOC) return `${indent}/** ${safe} */\n`
  const lines = broken(safe, LONGEST_DOC - indent.length)
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`), `${indent} */`, ''].join('\n')
}

/** With what stands before and behind it a line is as long as those of all files here. */
const LONGEST_DOC = 130

function broken(text: string, longest: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)
}

function bracketed(text: string): string {
  const isOne = /^\w+(<.*>)?$/s.test(text) || (/^\{.*\}$/s.test(text) && !/^\} \| /m.test(text))
  return isOne ? text : `(${text})`
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
