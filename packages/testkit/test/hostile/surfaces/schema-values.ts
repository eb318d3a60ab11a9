// Values as a JSON Schema wants them. What a text should be the schema seldom says: by the name of the member there are known ones.
import type { Draw } from '../draw.ts'
import type { Json } from '../json-values.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

/** Texts for members by name, and under `*` for all others. */
export type Hints = Readonly<Record<string, readonly Json[]>>

export function schemaValue(schema: JsonSchema, hints: Hints, draw: Draw, member = '*'): Json {
  return new Writer(schema, hints, draw).value(schema, member)
}

/** Members that are not required are there this often. */
const OPTIONAL = 0.35

class Writer {
  readonly #root: JsonSchema
  readonly #hints: Hints
  readonly #draw: Draw

  constructor(root: JsonSchema, hints: Hints, draw: Draw) {
    this.#root = root
    this.#hints = hints
    this.#draw = draw
  }

  value(given: unknown, member: string): Json {
    const schema = this.#resolved(given)
    const { const: only, enum: choices } = schema
    const hinted = member === '*' ? undefined : this.#hints[member]
    if (only !== undefined) return only as Json
    if (Array.isArray(choices)) return this.#draw.pick(choices as readonly Json[])
    if (hinted) return this.#draw.pick(hinted)
    const ways = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []))
    if (ways.length > 0) return this.value(this.#draw.pick(ways), member)
    return this.#typed(schema, member)
  }

  #typed(schema: JsonSchema, member: string): Json {
    const [draw, type] = [this.#draw, [schema.type].flat()[0]]
    switch (type) {
      case 'object':
        return draw.nested(
          6,
          () => this.#object(schema),
          () => ({}),
        )
      case 'array':
        return Array.from({ length: Math.max(Number(schema.minItems ?? 0), draw.below(3)) }, () =>
          this.value(schema.items ?? {}, member),
        )
      case 'integer':
      case 'number':
        return Math.max(Number(schema.minimum ?? 0), draw.pick([0, 1, 2, 5, 60]))
      case 'boolean':
        return draw.chance(0.5)
      case 'null':
        return null
      default:
        return this.#text(schema)
    }
  }

  #object({ properties, required = [], additionalProperties }: JsonSchema): Json {
    const wanted = Object.entries(Object(properties)).filter(
      ([name]) => (required as readonly string[]).includes(name) || this.#draw.chance(OPTIONAL),
    )
    const members = wanted.map(([name, schema]): [string, Json] => [name, this.value(schema, name)])
    if (properties === undefined && typeof additionalProperties === 'object')
      members.push([this.#draw.pick(['department', 'displayName', 'a']), this.value(additionalProperties, '*')])
    return Object.fromEntries(members)
  }

  #text({ format }: JsonSchema): Json {
    const draw = this.#draw
    switch (format) {
      case 'email':
        return `p${draw.below(1_000)}@contoso.example`
      case 'uri':
        return 'https://scim.example/scim/v2'
      case 'date-time':
        return draw.pick(['2026-01-06T08:00:00Z', '2025-12-31T23:59:59.999Z'])
      case 'uuid':
        return '1efe0435-477d-4005-9739-0753ca612c62'
      default:
        return draw.pick([...(this.#hints['*'] ?? []), `made ${draw.below(1_000)}`])
    }
  }

  #resolved(given: unknown): JsonSchema {
    const schema: JsonSchema = Object(given)
    const { $ref } = schema
    if (typeof $ref !== 'string') return schema
    let found: unknown = this.#root
    for (const part of $ref.split('/').slice(1)) found = Object(found)[part]
    return Object(found)
  }
}
