import {
  type AttributeSource,
  type ExpressionEnvironment,
  fromSource,
  redactedText,
  textsOf,
} from '../expression/index.ts'
import { applyMappings, type MappedOutcome, type MappedValue } from './apply-mappings.ts'
import type { CompiledObjectMapping } from './compiled-mapping.ts'
import type { AttributeChange } from './diff-against-target.ts'
import { buildPatchBody, type PatchDialect } from './patch-body.ts'
import { type Body, buildPostBody } from './post-body.ts'
import { buildReferencePatch } from './reference-body.ts'

/** A source attribute that an expression reads, with its value as texts; none for null. */
export interface ExplainedSource {
  readonly name: string
  readonly values: readonly string[]
}

/** One row of a mapping for one object: from the source to the wire. */
export interface ExplainedRow {
  readonly targetAttributeName: string
  readonly matchingPriority: number
  /** Null for the type None. */
  readonly expression: string | null
  readonly sources: readonly ExplainedSource[]
  readonly outcome: MappedOutcome
  readonly isDefault: boolean
  /** What a POST carries for this row alone; null for nothing. */
  readonly post: Body | null
  /** The operations that a PATCH carries when this attribute alone has another value at the target. */
  readonly patch: Readonly<Record<PatchDialect, readonly unknown[]>>
}

/** A whole mapping for one object, with the bodies that would be sent. */
export interface ExplainedMapping {
  readonly rows: readonly ExplainedRow[]
  readonly post: Body
  /** Bodies when every mapped attribute has another value at the target; null when nothing would be sent. */
  readonly patch: Readonly<Record<PatchDialect, Body | null>>
}

/**
 * Tells for one source object what every row comes to and how it would be sent. References stand as
 * `<target id of …>`, because the ids of the target are not known here. Redacted values are hidden.
 */
export function explainMapping(
  mapping: CompiledObjectMapping,
  source: AttributeSource,
  environment: ExpressionEnvironment,
): ExplainedMapping {
  const created = applyMappings(mapping, source, environment, { operation: 'create' }).map(hideRedacted)
  const updated = applyMappings(mapping, source, environment, { operation: 'update' }).map(hideRedacted)
  const { resourceType } = mapping
  const changes = updated.flatMap(changeOf)
  const rows = created.map((value, index) => explainRow(value, updated[index] ?? value, source, resourceType))
  return {
    rows,
    post: buildPostBody(created, { resourceType }),
    patch: {
      legacy: buildPatchBody(changes, { dialect: 'legacy' }),
      optscim: buildPatchBody(changes, { dialect: 'optscim' }),
    },
  }
}

function hideRedacted(value: MappedValue): MappedValue {
  if (!value.isRedacted) return value
  if (value.outcome.kind === 'reference') return { ...value, outcome: { kind: 'reference', sourceIds: [redactedText] } }
  return value.outcome.kind === 'value' ? { ...value, outcome: { kind: 'value', value: redactedText } } : value
}

function explainRow(
  value: MappedValue,
  updated: MappedValue,
  source: AttributeSource,
  resourceType: 'User' | 'Group',
): ExplainedRow {
  const one = value.attributeMapping
  const sources = (one.expression?.attributes ?? []).map((name) => ({
    name,
    values: value.isRedacted ? [redactedText] : textsOf(fromSource(source(name))),
  }))
  return {
    targetAttributeName: value.targetAttributeName,
    matchingPriority: one.mapping.matchingPriority,
    expression: one.expressionText,
    sources,
    outcome: value.outcome,
    isDefault: value.isDefault,
    post: postOf(value, resourceType),
    patch: { legacy: operationsOf(updated, 'legacy'), optscim: operationsOf(updated, 'optscim') },
  }
}

/** The part of a POST body that one row fills. */
function postOf(value: MappedValue, resourceType: 'User' | 'Group'): Body | null {
  if (value.outcome.kind !== 'value') return null
  const body = buildPostBody([value], { resourceType, emptyRoles: 'omit' })
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'schemas' && key !== 'meta'))
}

function changeOf(value: MappedValue): AttributeChange[] {
  const { outcome, attributeMapping, targetAttributeName, isRedacted } = value
  if (outcome.kind !== 'value' || attributeMapping.definition.mutability !== 'ReadWrite') return []
  const { path } = attributeMapping
  const { singleRole } = value
  return [
    { targetAttributeName, path, op: 'replace', newValue: outcome.value, oldValue: undefined, isRedacted, singleRole },
  ]
}

function operationsOf(value: MappedValue, dialect: PatchDialect): readonly unknown[] {
  const { outcome, targetAttributeName } = value
  if (outcome.kind === 'reference') {
    return outcome.sourceIds.flatMap((id) => {
      const targetId = `<target id of ${id}>`
      return operationsIn(buildReferencePatch({ op: 'add', path: targetAttributeName, targetId }, { dialect }))
    })
  }
  return operationsIn(buildPatchBody(changeOf(value), { dialect }))
}

function operationsIn(body: Body | null): readonly unknown[] {
  const operations = body?.Operations
  return Array.isArray(operations) ? operations : []
}
