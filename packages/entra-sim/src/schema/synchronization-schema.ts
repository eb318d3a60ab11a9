import { z } from 'zod'

/** Graph synchronization attributeMappingSource: one node of the tree behind a mapping. */
export interface AttributeMappingSource {
  expression?: string | null | undefined
  name?: string | null | undefined
  type?: 'Attribute' | 'Constant' | 'Function' | undefined
  parameters?:
    | readonly { key?: string | null | undefined; value?: AttributeMappingSource | null | undefined }[]
    | null
    | undefined
}

export const AttributeMappingSource: z.ZodType<AttributeMappingSource> = z.lazy(() =>
  z.looseObject({
    expression: z.string().nullish(),
    name: z.string().nullish(),
    type: z.enum(['Attribute', 'Constant', 'Function']).optional(),
    parameters: z
      .array(z.looseObject({ key: z.string().nullish(), value: AttributeMappingSource.nullish() }))
      .nullish(),
  }),
)

/** Graph attributeMapping flowType. */
export const FlowType = z.enum(['Always', 'ObjectAddOnly', 'MultiValueAddOnly', 'ValueAddOnly', 'AttributeAddOnly'])
export type FlowType = z.infer<typeof FlowType>

/** Graph attributeMapping flowBehavior. */
export const FlowBehavior = z.enum(['FlowWhenChanged', 'FlowAlways'])
export type FlowBehavior = z.infer<typeof FlowBehavior>

/** Graph synchronization attributeMapping. `source: null` is the type None: only the default value is used. */
export const AttributeMapping = z.looseObject({
  targetAttributeName: z.string().min(1),
  source: AttributeMappingSource.nullable().default(null),
  defaultValue: z.string().nullable().default(null),
  flowBehavior: FlowBehavior.default('FlowWhenChanged'),
  flowType: FlowType.default('Always'),
  matchingPriority: z.number().int().min(0).default(0),
  exportMissingReferences: z.boolean().default(false),
})
export type AttributeMapping = z.infer<typeof AttributeMapping>

/** Graph synchronization filterClause. Unary operators have no values. */
export const FilterClause = z.looseObject({
  operatorName: z.string().min(1),
  sourceOperandName: z.string().min(1),
  targetOperand: z.looseObject({ values: z.array(z.string()).default([]) }).nullish(),
})
export type FilterClause = z.infer<typeof FilterClause>

/** Graph synchronization filterGroup: clauses that must all hold. */
export const FilterGroup = z.looseObject({
  name: z.string().nullish(),
  clauses: z.array(FilterClause).default([]),
})
export type FilterGroup = z.infer<typeof FilterGroup>

/** Graph synchronization filter: the scoping filter of an object mapping. */
export const Filter = z.looseObject({
  groups: z.array(FilterGroup).default([]),
  inputFilterGroups: z.array(FilterGroup).default([]),
  categoryFilterGroups: z.array(FilterGroup).default([]),
})
export type Filter = z.infer<typeof Filter>

/** Graph metadataEntry. */
export const MetadataEntry = z.looseObject({ key: z.string(), value: z.string().nullish() })
export type MetadataEntry = z.infer<typeof MetadataEntry>

/** Graph synchronization objectMapping. `flowTypes` is a comma-separated set of `Add`, `Update` and `Delete`. */
export const ObjectMapping = z.looseObject({
  name: z.string().default(''),
  enabled: z.boolean().default(true),
  flowTypes: z.string().default('Add, Update, Delete'),
  sourceObjectName: z.string().min(1),
  targetObjectName: z.string().min(1),
  scope: Filter.nullable().default(null),
  attributeMappings: z.array(AttributeMapping),
  metadata: z.array(MetadataEntry).default([]),
})
export type ObjectMapping = z.infer<typeof ObjectMapping>

/** Graph synchronization attributeType. */
export const AttributeType = z.enum(['String', 'Integer', 'Reference', 'Binary', 'Boolean', 'DateTime'])
export type AttributeType = z.infer<typeof AttributeType>

/** Graph synchronization attributeDefinition. `caseExact: false`: a change of case alone is no change. */
export const AttributeDefinition = z.looseObject({
  name: z.string().min(1),
  type: AttributeType.default('String'),
  multivalued: z.boolean().default(false),
  required: z.boolean().default(false),
  caseExact: z.boolean().default(false),
  anchor: z.boolean().default(false),
  mutability: z.enum(['ReadWrite', 'ReadOnly', 'Immutable', 'WriteOnly']).default('ReadWrite'),
  defaultValue: z.string().nullable().default(null),
  flowNullValues: z.boolean().default(false),
  referencedObjects: z.array(z.looseObject({ referencedObjectName: z.string().nullish() })).default([]),
  metadata: z.array(MetadataEntry).default([]),
})
export type AttributeDefinition = z.infer<typeof AttributeDefinition>

/** Graph synchronization objectDefinition. */
export const ObjectDefinition = z.looseObject({
  name: z.string().min(1),
  attributes: z.array(AttributeDefinition),
  metadata: z.array(MetadataEntry).default([]),
})
export type ObjectDefinition = z.infer<typeof ObjectDefinition>

/** Graph synchronization directoryDefinition. */
export const DirectoryDefinition = z.looseObject({
  id: z.string().optional(),
  name: z.string().min(1),
  objects: z.array(ObjectDefinition).default([]),
})
export type DirectoryDefinition = z.infer<typeof DirectoryDefinition>

/** Graph synchronizationRule. */
export const SynchronizationRule = z.looseObject({
  id: z.string(),
  name: z.string().default(''),
  priority: z.number().int().default(1),
  editable: z.boolean().default(true),
  sourceDirectoryName: z.string().default('Azure Active Directory'),
  targetDirectoryName: z.string().default('customappsso'),
  objectMappings: z.array(ObjectMapping).default([]),
  metadata: z.array(MetadataEntry).default([]),
})
export type SynchronizationRule = z.infer<typeof SynchronizationRule>

/** Graph synchronizationSchema. */
export const SynchronizationSchema = z.looseObject({
  id: z.string().optional(),
  version: z.string().optional(),
  directories: z.array(DirectoryDefinition).default([]),
  synchronizationRules: z.array(SynchronizationRule).default([]),
})
export type SynchronizationSchema = z.infer<typeof SynchronizationSchema>
