// Mappings of one or a few rows, as tests write them.
import { attributesFrom, expressionEnvironment, type SourceAttributes } from '../../src/expression/index.ts'
import {
  AttributeDefinition,
  type AttributeMapping,
  applyMappings,
  type CompiledObjectMapping,
  compileObjectMapping,
  enterpriseUserSchema,
  ObjectDefinition,
  ObjectMapping,
  sourceFromText,
  targetUserDefinition,
} from '../../src/mapping/index.ts'

export type Row = Partial<Omit<AttributeMapping, 'source'>> & { readonly source?: string | null }

const extra = [
  { name: 'level', type: 'Integer' },
  { name: 'tags', multivalued: true },
  { name: 'startDate', type: 'DateTime' },
  { name: 'frozen', mutability: 'Immutable' },
  { name: 'given', mutability: 'ReadOnly' },
].map((one) => AttributeDefinition.parse(one))
export const definition = ObjectDefinition.parse({
  name: enterpriseUserSchema,
  attributes: [...targetUserDefinition.attributes, ...extra],
})

export function compiled(...rows: readonly Row[]): CompiledObjectMapping {
  const attributeMappings = rows.map((row) => ({
    ...row,
    source: row.source === null || row.source === undefined ? null : sourceFromText(row.source),
  }))
  const mapping = ObjectMapping.parse({
    sourceObjectName: 'User',
    targetObjectName: enterpriseUserSchema,
    attributeMappings,
  })
  const result = compileObjectMapping(mapping, definition)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.mapping
}

export function apply(row: Row, source: SourceAttributes, operation: 'create' | 'update' = 'create') {
  return applyMappings(compiled(row), attributesFrom(source), expressionEnvironment(), { operation })
}

export function outcome(row: Row, source: SourceAttributes, operation: 'create' | 'update' = 'create') {
  return apply(row, source, operation)[0]?.outcome
}
