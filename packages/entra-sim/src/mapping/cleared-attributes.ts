import type { MappedValue } from './apply-mappings.ts'
import { readTarget, type TargetResource } from './read-target.ts'
import type { TargetPath } from './target-path.ts'

/** An attribute that the target has a value for and the source has none any more. */
export interface ClearedAttribute {
  readonly targetAttributeName: string
  readonly path: TargetPath
  /** What the target returned. */
  readonly oldValue: unknown
  readonly isRedacted: boolean
}

/**
 * The mapped attributes that would have to be cleared at the target. The service is documented not to (Microsoft: Known issues; Clear
 * attribute values); AzureAD/SCIMReferenceCode#87 reports that it does. Attributes that are written once, or only added to, stay.
 */
export function clearedAttributes(values: readonly MappedValue[], resource: TargetResource): ClearedAttribute[] {
  return values.flatMap(({ attributeMapping: one, outcome, targetAttributeName, isRedacted }) => {
    const isNull = outcome.kind === 'skip' && outcome.reason === 'null'
    const isWritten = one.expression !== null && one.mapping.flowType === 'Always'
    if (!isNull || !isWritten || one.definition.mutability !== 'ReadWrite') return []
    const oldValue = readTarget(resource, one.path)
    return oldValue === undefined ? [] : [{ targetAttributeName, path: one.path, oldValue, isRedacted }]
  })
}
