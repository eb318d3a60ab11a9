import { type AttributeSource, type ExpressionEnvironment, redactedText } from '../expression/index.ts'
import type { ObjectDefinition, ObjectMapping } from '../schema/synchronization-schema.ts'
import { applyMappings, type MappedOutcome, type MappedValue } from './apply-mappings.ts'
import type { TargetValue } from './coerce.ts'
import { compileObjectMapping } from './compiled-mapping.ts'

/** What one row comes to for one object. */
export interface TriedRow {
  readonly target: string
  readonly outcome: MappedOutcome['kind']
  /** As texts; the ids of source objects for a reference, none for null. */
  readonly values: readonly string[]
  /** Why there is no value. */
  readonly reason: string | null
  /** The default value took the place of null. */
  readonly isDefault: boolean
}

/** Between which definitions a mapping stands. */
export interface MappingEnds {
  readonly source: ObjectDefinition
  readonly target: ObjectDefinition
}

/** Every row of a mapping that need not be one that can be saved: a row that is wrong says why, and the others are tried. */
export function tryMapping(
  mapping: ObjectMapping,
  ends: MappingEnds,
  source: AttributeSource,
  environment: ExpressionEnvironment,
  operation: 'create' | 'update',
): readonly TriedRow[] {
  return mapping.attributeMappings.map((row): TriedRow => {
    const compiled = compileObjectMapping({ ...mapping, attributeMappings: [row] }, ends.target, ends.source)
    const target = row.targetAttributeName
    const [value] = compiled.ok ? applyMappings(compiled.mapping, source, environment, { operation }) : []
    if (value) return { target, ...shown(value), isDefault: value.isDefault }
    const reason = compiled.ok ? null : (compiled.problems[0]?.message ?? null)
    return { target, outcome: 'error', values: [], reason, isDefault: false }
  })
}

function shown({ outcome, isRedacted }: MappedValue): Pick<TriedRow, 'outcome' | 'values' | 'reason'> {
  const { kind } = outcome
  if (kind === 'skip') return { outcome: kind, values: [], reason: outcome.reason }
  if (kind === 'error') return { outcome: kind, values: [], reason: outcome.message }
  const values = kind === 'value' ? textsOfTarget(outcome.value) : outcome.sourceIds
  return { outcome: kind, values: isRedacted ? [redactedText] : values, reason: null }
}

/** As JSON has them: `true`, not `True`, where the target takes a Boolean. */
function textsOfTarget(value: TargetValue): readonly string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)))
}
