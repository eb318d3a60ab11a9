// What an expectation may say of each view, as JSON Schema: editors complete the names of fields, and show what they mean.
import { type Field, fieldsOf } from './view-fields.ts'
import type { ViewWord } from './vocabulary.ts'

/** Definitions for a schema of scenarios: `ofView` is what holds for an expectation by the view that it names. */
export function expectationDefinitions(views: readonly ViewWord[]): Record<string, object> {
  const fields = views.map(({ name, item }) => [`fieldsOf.${name}`, partialSchema(fieldsOf(item))] as const)
  return { ...Object.fromEntries(fields), ofView: ofView(views) }
}

function ofView(views: readonly ViewWord[]): object {
  return {
    properties: { view: { anyOf: views.map(({ name, describes }) => ({ const: name, description: describes })) } },
    allOf: views.map(({ name }) => ({
      if: { properties: { view: { const: name } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: operatorsOf({ $ref: `#/$defs/fieldsOf.${name}` }) },
    })),
  }
}

function operatorsOf(partial: object): object {
  const byKey = { additionalProperties: partial }
  return { where: partial, each: partial, include: byKey, exactly: byKey, sequence: { items: partial } }
}

/** Types are not said: in the place of any value a matcher or a placeholder may stand. */
function partialSchema({ members, other, otherNames, entries, describes }: Field): object {
  const isClosed = members.size > 0 && other === undefined
  return {
    ...(describes === undefined ? {} : { description: describes }),
    ...(members.size > 0
      ? { properties: Object.fromEntries([...members].map(([name, one]) => [name, partialSchema(one)])) }
      : {}),
    ...(isClosed ? { patternProperties: { '^\\$': {} }, additionalProperties: false } : {}),
    ...(other && !otherNames ? { additionalProperties: partialSchema(other) } : {}),
    ...(entries ? { items: partialSchema(entries) } : {}),
  }
}
