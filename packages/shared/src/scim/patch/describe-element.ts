import type { Filter } from '../filter/ast.ts'
import { textOf } from '../filter/literal.ts'
import type { JsonDraft, JsonObject } from '../json.ts'
import { readAttribute } from '../read-attribute.ts'
import type { AttributeDefinition } from '../schema/attribute-definition.ts'
import { findSubAttribute } from '../schema/resolve-attribute.ts'
import { lenient } from '../tolerances.ts'

/**
 * The element that a filter of `eq` comparisons joined by `and` describes: `type eq "work"` is `{ "type": "work" }`.
 * Undefined for every other filter, because nobody can tell which element would fulfil it.
 */
export function describeElement(filter: Filter, attribute: AttributeDefinition): JsonObject | undefined {
  const draft: JsonDraft = {}
  const parts = filter.kind === 'and' ? filter.operands : [filter]
  for (const part of parts) {
    if (part.kind !== 'compare' || part.operator !== 'eq' || part.literal.value === null) return undefined
    const definition = findSubAttribute(attribute, part.path.attribute)
    if (definition === undefined || Object.hasOwn(draft, definition.name)) return undefined
    const literal = definition.type === 'string' ? textOf(part.literal) : part.literal.value
    const value = readAttribute(definition, literal, { strictness: lenient, path: definition.name })
    if (value === undefined) return undefined
    draft[definition.name] = value
  }
  return draft
}

/** The keys that `value eq "a" or value eq "b"` names, or undefined when the filter asks for anything else. */
export function describeKeys(filter: Filter): readonly string[] | undefined {
  const parts = filter.kind === 'or' ? filter.operands : [filter]
  const keys: string[] = []
  for (const part of parts) {
    if (part.kind !== 'compare' || part.operator !== 'eq' || part.literal.value === null) return undefined
    if (part.path.attribute.toLowerCase() !== 'value') return undefined
    keys.push(textOf(part.literal))
  }
  return keys
}
