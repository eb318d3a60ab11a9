// What a control has, for those who make forms and tables from it.
import { z } from 'zod'
import type { Control, Verb, View } from '../behaviour/index.ts'

type JsonSchema = Readonly<Record<string, unknown>>

export interface DescribedVerb {
  readonly name: string
  readonly describes: string
  /** Heading that it belongs under. */
  readonly group?: string
  /** Whether it changes anything. */
  readonly changes: boolean
  /** JSON Schema 2020-12 of what it takes. */
  readonly input?: JsonSchema
}

export interface DescribedView {
  readonly name: string
  readonly describes: string
  /** JSON Schema 2020-12 of its own words; the reserved ones are not among them. */
  readonly query?: JsonSchema
  /** JSON Schema 2020-12 of an item's value. */
  readonly item?: JsonSchema
  /** Members of a value that are single values, and `key`. */
  readonly sortable?: readonly string[]
  /** Collections and streams that it shows; absent where any may be. */
  readonly watches?: readonly string[]
  /** Whether `q` finds texts in it. */
  readonly searchable?: true
}

export function describedVerbs({ verbs }: Control, withSchema: boolean): readonly DescribedVerb[] {
  return [...verbs.values()].map((verb) => ({ ...headOf(verb), ...(withSchema ? { input: inputOf(verb.input) } : {}) }))
}

export function describedViews({ views }: Control, withSchema: boolean): readonly DescribedView[] {
  return [...views.values()].map((view) => ({
    name: view.name,
    describes: view.describes,
    ...(withSchema ? schemaOf(view) : {}),
  }))
}

function headOf({ name, describes, group, changes }: Verb): DescribedVerb {
  return { name, describes, ...(group === undefined ? {} : { group }), changes }
}

function schemaOf({ query, item, watches }: View): Omit<DescribedView, 'name' | 'describes'> {
  const shape = z.toJSONSchema(item, { io: 'output', unrepresentable: 'any' })
  return {
    query: inputOf(query),
    item: shape,
    sortable: ['key', ...singleMembers(shape)],
    searchable: true,
    ...(watches ? { watches } : {}),
  }
}

function inputOf(type: z.ZodType): JsonSchema {
  return z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' })
}

function singleMembers({ properties }: JsonSchema): string[] {
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties).flatMap(([name, member]) => (isSingle(member) ? [name] : []))
}

const SINGLE = ['string', 'number', 'integer', 'boolean', 'null']

function isSingle(schema: unknown): boolean {
  const { type, enum: choices, const: only, anyOf }: JsonSchema = Object(schema)
  if (Array.isArray(anyOf)) return anyOf.every(isSingle)
  return choices !== undefined || only !== undefined || SINGLE.includes(String(type))
}
