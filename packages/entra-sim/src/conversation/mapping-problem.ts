import type { MappedValue } from '../mapping/index.ts'
import type { ObjectError } from './outcome.ts'

export type MappingProblem =
  | { readonly kind: 'skip' }
  | { readonly kind: 'error'; readonly error: ObjectError }
  | undefined

/** What in the mapped values keeps the whole object from being written: an IgnoreObjectFlow, or an attribute that failed. */
export function mappingProblem(values: readonly MappedValue[]): MappingProblem {
  if (values.some(({ outcome }) => outcome.kind === 'skip' && outcome.scope === 'object')) return { kind: 'skip' }
  for (const { outcome, targetAttributeName, attributeMapping } of values) {
    if (outcome.kind !== 'error') continue
    const place = outcome.function === '' ? '' : ` (${outcome.function} at ${outcome.offset})`
    const reason = `The mapping of ${targetAttributeName} failed: ${outcome.message}${place}`
    const isMissing = attributeMapping.definition.required && outcome.function === ''
    const code = isMissing
      ? 'MissingValues'
      : outcome.function === ''
        ? 'SchemaPropertyCanOnlyAcceptValue'
        : 'InternalError'
    return { kind: 'error', error: { code, reason, isJobLevel: false } }
  }
  return undefined
}
