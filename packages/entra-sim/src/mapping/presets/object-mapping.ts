import { coreGroupSchema, enterpriseUserSchema } from '../../schema/resource-schemas.ts'
import { type AttributeMapping, ObjectMapping } from '../../schema/synchronization-schema.ts'
import { sourceFromText } from '../attribute-mapping-source.ts'

/** Target, expression text, and matching priority where it is one. */
export type MappingRow = readonly [target: string, expression: string, matchingPriority?: number]

/** The default expression for `active`. */
export const activeExpression = 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'

/** A user mapping in Graph's shape from rows. */
export function userMapping(name: string, rows: readonly MappingRow[]): ObjectMapping {
  return objectMapping(name, 'User', enterpriseUserSchema, rows)
}

/** A group mapping in Graph's shape from rows. */
export function groupMapping(name: string, rows: readonly MappingRow[]): ObjectMapping {
  return objectMapping(name, 'Group', coreGroupSchema, rows)
}

/** As in Microsoft's sample of an objectMapping: texts, some of them with quotes of their own. Nothing here follows from them. */
const METADATA: Readonly<Record<string, string>> = {
  IsCustomerDefined: 'false',
  DisableMonitoringForChanges: 'false',
  Disposition: '"Normal"',
  ExcludeFromReporting: 'false',
  EscrowBehavior: '"Default"',
  Unsynchronized: 'false',
}

function objectMapping(name: string, source: string, target: string, rows: readonly MappingRow[]): ObjectMapping {
  return ObjectMapping.parse({
    name,
    sourceObjectName: source,
    targetObjectName: target,
    attributeMappings: rows.map(attributeMapping),
    metadata: Object.entries(METADATA).map(([key, value]) => ({ key, value })),
  })
}

function attributeMapping([targetAttributeName, text, matchingPriority]: MappingRow): Partial<AttributeMapping> {
  return { targetAttributeName, source: sourceFromText(text), matchingPriority: matchingPriority ?? 0 }
}
