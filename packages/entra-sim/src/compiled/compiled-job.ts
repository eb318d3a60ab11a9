// The mappings and scoping filters of a job, compiled once for many objects.

import type { AttributeSource } from '../expression/index.ts'
import {
  type AttributeMapping,
  type CompiledAttributeMapping,
  type CompiledMappingResult,
  type CompiledObjectMapping,
  compileObjectMapping,
  type MappingEnds,
  type MappingProblem,
  matchingAttributes,
  type ObjectMapping,
  type SynchronizationSchema,
  sourceGroupDefinition,
  sourceUserDefinition,
  targetGroupDefinition,
  targetUserDefinition,
} from '../mapping/index.ts'
import { objectMappingOf, targetAttributes } from '../schema/edit-schema.ts'
import { type CompiledScope, compileScope, type EvaluatedScope, whyNotFilterable } from '../scoping/index.ts'

export interface CompiledObjectType {
  readonly type: 'User' | 'Group'
  /** Groups can be switched off as a type. */
  readonly isEnabled: boolean
  /** Target object actions (Graph: flowTypes). */
  readonly flow: { readonly add: boolean; readonly update: boolean; readonly delete: boolean }
  readonly mapping: CompiledObjectMapping
  readonly matching: readonly CompiledAttributeMapping[]
  /** Whether a mapping reads `appRoleAssignments`, so that joining or leaving a group that holds a role changes values. */
  readonly readsRoles: boolean
  /** The part of the mapping that says whether the account is enabled. */
  readonly active: CompiledObjectMapping
  evaluateScope(source: AttributeSource): EvaluatedScope
}

export type CompiledJob = Readonly<Record<'User' | 'Group', CompiledObjectType>>

const COMPILED = new WeakMap<SynchronizationSchema, CompiledJob>()

/** Compiles a schema that was checked when it was saved; the same schema is compiled once. */
export function compiledJob(schema: SynchronizationSchema): CompiledJob {
  const known = COMPILED.get(schema)
  if (known) return known
  const compiled = { User: compileType(schema, 'User'), Group: compileType(schema, 'Group') }
  COMPILED.set(schema, compiled)
  return compiled
}

export interface SchemaProblem extends MappingProblem {
  readonly objectType: 'User' | 'Group'
}

/** Everything that keeps a schema from being saved; Graph answers `SchemaInvalid`. */
export function schemaProblems(schema: SynchronizationSchema): readonly SchemaProblem[] {
  return (['User', 'Group'] as const).flatMap((objectType) => {
    const objectMapping = objectMappingOf(schema, objectType)
    if (!objectMapping) return []
    const compiled = compileMapping(schema, objectMapping, objectType)
    if (!compiled.ok) return compiled.problems.map((one) => ({ ...one, objectType }))
    return [...unlistedTargets(schema, objectMapping, objectType), ...scopeProblems(objectMapping, objectType)]
  })
}

/** A target attribute has to be in the attribute list before it can be mapped (Microsoft: Customize attribute mappings). */
function unlistedTargets(
  schema: SynchronizationSchema,
  { attributeMappings }: ObjectMapping,
  objectType: 'User' | 'Group',
): SchemaProblem[] {
  const listed = targetAttributes(schema, objectType)
  if (listed === undefined) return []
  return attributeMappings.flatMap(({ targetAttributeName }, index) => {
    if (listed.some(({ name }) => name === targetAttributeName)) return []
    const meant = listed.find(({ name }) => name.toLowerCase() === targetAttributeName.toLowerCase())
    const way = meant ? `write ${meant.name}` : 'add it to the attributes of the target object in directories first'
    const message = `${targetAttributeName} is not in the attribute list of the target; ${way}.`
    return [{ objectType, targetAttributeName, index, message, expressionError: null }]
  })
}

function compileType(schema: SynchronizationSchema, type: 'User' | 'Group'): CompiledObjectType {
  const objectMapping = objectMappingOf(schema, type)
  const compiled = objectMapping && compileMapping(schema, objectMapping, type)
  if (compiled && !compiled.ok) {
    throw new Error(`The ${type} mapping was saved although it has problems: ${compiled.problems[0]?.message}`)
  }
  const mapping = compiled?.mapping ?? { name: '', resourceType: type, attributeMappings: [] }
  const flows = new Set(objectMapping?.flowTypes.split(',').map((flow) => flow.trim()))
  return {
    type,
    isEnabled: objectMapping?.enabled ?? false,
    flow: { add: flows.has('Add'), update: flows.has('Update'), delete: flows.has('Delete') },
    mapping,
    matching: matchingAttributes(mapping),
    readsRoles: mapping.attributeMappings.some((one) => one.expression?.attributes.includes('appRoleAssignments')),
    active: { ...mapping, attributeMappings: mapping.attributeMappings.filter(isActive) },
    evaluateScope: scopeOf(objectMapping).evaluate,
  }
}

function scopeOf(objectMapping: ObjectMapping | undefined): CompiledScope {
  const compiled = compileScope(objectMapping?.scope ?? null)
  if (compiled.ok) return compiled.scope
  throw new Error(`A scoping filter was saved although it has problems: ${compiled.problems.join(' ')}`)
}

function scopeProblems({ scope }: ObjectMapping, objectType: 'User' | 'Group'): SchemaProblem[] {
  const compiled = compileScope(scope)
  const messages = compiled.ok ? unusable(compiled.scope.attributes, objectType) : compiled.problems
  return messages.map((message, index) => {
    return { objectType, targetAttributeName: 'scope', index, message, expressionError: null }
  })
}

function unusable(attributes: readonly string[], objectType: 'User' | 'Group'): string[] {
  const source = objectType === 'User' ? sourceUserDefinition : sourceGroupDefinition
  return attributes.flatMap((name) => {
    const why = whyNotFilterable(name, source)
    if (why === null) return []
    return why === 'unknown'
      ? `a ${objectType.toLowerCase()} has no attribute "${name}".`
      : `the attribute ${name} is not supported in scoping filters.`
  })
}

function isActive({ mapping }: CompiledAttributeMapping): boolean {
  return mapping.targetAttributeName === 'active'
}

interface Compilation {
  readonly of: Pick<ObjectMapping, 'name' | 'targetObjectName'>
  readonly ends: MappingEnds
  readonly result: CompiledMappingResult
}

/** A filter, or what may be done to objects, changes with the attribute mappings staying the same list. */
const MAPPINGS = new WeakMap<readonly AttributeMapping[], Compilation>()

function compileMapping(schema: SynchronizationSchema, objectMapping: ObjectMapping, type: 'User' | 'Group') {
  const { attributeMappings, name, targetObjectName } = objectMapping
  const ends = endsOf(schema, objectMapping, type)
  const known = MAPPINGS.get(attributeMappings)
  if (known && isOf(known, objectMapping, ends)) return known.result
  const result = compileObjectMapping(objectMapping, ends.target, ends.source)
  MAPPINGS.set(attributeMappings, { of: { name, targetObjectName }, ends, result })
  return result
}

function isOf({ of, ends }: Compilation, { name, targetObjectName }: ObjectMapping, now: MappingEnds): boolean {
  const isSame = of.name === name && of.targetObjectName === targetObjectName
  return isSame && ends.source === now.source && ends.target === now.target
}

/** What a mapping can read, and the attribute list that it writes to; that of every SCIM application where the schema has none. */
export function endsOf(
  schema: SynchronizationSchema,
  { targetObjectName }: ObjectMapping,
  type: 'User' | 'Group',
): MappingEnds {
  const declared = schema.directories
    .flatMap((directory) => directory.objects)
    .find((one) => one.name === targetObjectName)
  return type === 'User'
    ? { source: sourceUserDefinition, target: declared ?? targetUserDefinition }
    : { source: sourceGroupDefinition, target: declared ?? targetGroupDefinition }
}
