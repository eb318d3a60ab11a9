// The synchronizationSchema of a new job, in Graph's shape, and small changes of it.
import {
  type AttributeDefinition,
  AttributeMapping,
  defaultGroupMapping,
  defaultUserMapping,
  larkGroupMapping,
  larkUserMapping,
  type MappingRowInput,
  type ObjectMapping,
  SynchronizationSchema as SchemaShape,
  type SynchronizationSchema,
  sourceFromText,
  sourceGroupDefinition,
  sourceUserDefinition,
  targetGroupDefinition,
  targetUserDefinition,
} from '../mapping/index.ts'

export type MappingPreset = 'default' | 'lark'

const PRESETS: Readonly<Record<MappingPreset, readonly [ObjectMapping, ObjectMapping]>> = {
  default: [defaultUserMapping, defaultGroupMapping],
  lark: [larkUserMapping, larkGroupMapping],
}

/** @param ruleId a UUID, the id of the synchronization rule */
export function presetSchema(ruleId: string, preset: MappingPreset = 'default'): SynchronizationSchema {
  return SchemaShape.parse({
    id: ruleId,
    version: '1',
    directories: [
      { id: 'aad', name: 'Azure Active Directory', objects: [sourceUserDefinition, sourceGroupDefinition] },
      { id: 'customappsso', name: 'customappsso', objects: [targetUserDefinition, targetGroupDefinition] },
    ],
    synchronizationRules: [{ id: ruleId, name: 'USER_OUTBOUND_USER', objectMappings: [...PRESETS[preset]] }],
  })
}

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

/** A row as the portal's dialog asks for it, in Graph's shape. The expression must parse. */
export function attributeMappingOf(row: MappingRowInput): AttributeMapping {
  return AttributeMapping.parse({
    targetAttributeName: row.target,
    source: sourceOf(row),
    defaultValue: row.defaultValue ?? null,
    flowType: row.apply === 'Only during object creation' ? 'ObjectAddOnly' : 'Always',
    matchingPriority: row.matchingPriority ?? 0,
  })
}

function sourceOf({ type, source = '' }: MappingRowInput): AttributeMapping['source'] {
  switch (type) {
    case 'None':
      return null
    case 'Direct':
      return sourceFromText(`[${source}]`)
    case 'Constant':
      return { type: 'Constant', name: source, expression: JSON.stringify(source), parameters: [] }
    case 'Expression':
      return sourceFromText(source)
  }
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
