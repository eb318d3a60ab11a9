// The synchronizationSchema of a job, in Graph's shape: what stands in it, and small changes.
import type {
  AttributeDefinition,
  AttributeMapping,
  ObjectMapping,
  SynchronizationSchema,
} from './synchronization-schema.ts'

/** The schema with one object mapping changed. */
export function withObjectMapping(
  schema: SynchronizationSchema,
  type: 'User' | 'Group',
  change: (mapping: ObjectMapping) => ObjectMapping,
): SynchronizationSchema {
  const synchronizationRules = schema.synchronizationRules.map((rule) => ({
    ...rule,
    objectMappings: rule.objectMappings.map((one) => (one.sourceObjectName === type ? change(one) : one)),
  }))
  return { ...schema, synchronizationRules }
}

/** The attribute list of the target, with one attribute more, or changed; the portal calls it Edit attribute list. */
export function withAttribute(
  schema: SynchronizationSchema,
  type: 'User' | 'Group',
  attribute: AttributeDefinition,
): SynchronizationSchema {
  return withTargetAttributes(schema, type, (all) => {
    const at = all.findIndex(({ name }) => name === attribute.name)
    return at === -1 ? [...all, attribute] : all.with(at, attribute)
  })
}

export function withoutAttribute(
  schema: SynchronizationSchema,
  type: 'User' | 'Group',
  name: string,
): SynchronizationSchema {
  return withTargetAttributes(schema, type, (all) => all.filter((one) => one.name !== name))
}

/** The names in the attribute list of the target; undefined where the schema declares none. */
export function targetAttributes(
  schema: SynchronizationSchema,
  type: 'User' | 'Group',
): readonly AttributeDefinition[] | undefined {
  const target = targetObjectName(schema, type)
  const objects = schema.directories.flatMap((directory) => directory.objects)
  const attributes = objects.find(({ name }) => name === target)?.attributes
  return attributes?.length === 0 ? undefined : attributes
}

/** The schema with another attribute list of the target. */
export function withTargetAttributes(
  schema: SynchronizationSchema,
  type: 'User' | 'Group',
  change: (attributes: readonly AttributeDefinition[]) => readonly AttributeDefinition[],
): SynchronizationSchema {
  const target = targetObjectName(schema, type)
  const directories = schema.directories.map((directory) => ({
    ...directory,
    objects: directory.objects.map((one) =>
      one.name === target ? { ...one, attributes: [...change(one.attributes)] } : one,
    ),
  }))
  return { ...schema, directories }
}

function targetObjectName({ synchronizationRules }: SynchronizationSchema, type: 'User' | 'Group'): string | undefined {
  const mappings = synchronizationRules.flatMap((rule) => rule.objectMappings)
  return mappings.find(({ sourceObjectName }) => sourceObjectName === type)?.targetObjectName
}

/** A row replaces the one with the same target; a new one comes last. */
export function withRow(mapping: ObjectMapping, row: AttributeMapping): ObjectMapping {
  const { attributeMappings } = mapping
  const at = attributeMappings.findIndex((one) => one.targetAttributeName === row.targetAttributeName)
  return { ...mapping, attributeMappings: at === -1 ? [...attributeMappings, row] : attributeMappings.with(at, row) }
}

export function withoutRow(mapping: ObjectMapping, target: string): ObjectMapping {
  const attributeMappings = mapping.attributeMappings.filter((one) => one.targetAttributeName !== target)
  return { ...mapping, attributeMappings }
}

export function objectMappingOf(schema: SynchronizationSchema, type: 'User' | 'Group'): ObjectMapping | undefined {
  return schema.synchronizationRules
    .flatMap((rule) => rule.objectMappings)
    .find((mapping) => mapping.sourceObjectName === type)
}
