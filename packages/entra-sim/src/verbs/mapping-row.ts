// Rows of an attribute mapping, as verbs are handed them and as they are saved.
import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSchema } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { parseExpression } from '../expression/index.ts'
import { AttributeDefinition, attributeMappingOf, type SynchronizationSchema } from '../mapping/index.ts'
import { objectMappingOf, targetAttributes, withAttribute, withObjectMapping, withRow } from '../schema/edit-schema.ts'
import { AppName, appAndJob, ObjectType } from './inputs.ts'

/** What the panel Edit Attribute asks for. */
export const MappingRowFields = {
  target: z.string().min(1).describe('Target attribute, such as userType or emails[type eq "work"].value'),
  type: z.enum(['Direct', 'Constant', 'Expression', 'None']).default('Direct').describe('Mapping type'),
  source: z.string().optional().describe('Attribute name, constant text or expression').meta({ long: true }),
  matchingPriority: z.int().min(0).optional().describe('Match objects using this attribute; lowest first, 0 for not'),
  defaultValue: z.string().optional().describe('Default value if null, on create only'),
  apply: z.enum(['Always', 'Only during object creation']).optional(),
}

/** Rows that need not be saved. */
export const DraftRows = z
  .array(z.strictObject(MappingRowFields))
  .optional()
  .describe('All rows, in their order; those that are saved without it')

export const MappingRow = z.strictObject({ app: AppName, objectType: ObjectType, ...MappingRowFields })
type MappingRow = z.infer<typeof MappingRow>

/** Saves one row. @throws VerbError when its source does not parse, or when a row that has to be new has a target that is mapped */
export function saveRow(context: EntraContext, { app, objectType, ...row }: MappingRow, mustBeNew: boolean): void {
  const { job } = appAndJob(context, app)
  assertParses(row.type, row.source)
  const before = objectMappingOf(job.schema, objectType)
  const isMapped = before?.attributeMappings.some((one) => one.targetAttributeName === row.target) ?? false
  if (mustBeNew && isMapped) {
    throw new VerbError('conflict', `${row.target} is mapped already; use set-mapping to change the row.`)
  }
  const mapping = attributeMappingOf(row)
  const schema = withTarget(job.schema, objectType, row.target)
  putSchema(
    context,
    job,
    withObjectMapping(schema, objectType, (one) => withRow(one, mapping)),
  )
}

/** A target that the attribute list lacks is added to it as text; one that differs in case alone is a mistake. */
export function withTarget(
  schema: SynchronizationSchema,
  objectType: 'User' | 'Group',
  name: string,
): SynchronizationSchema {
  const listed = targetAttributes(schema, objectType)
  if (listed === undefined || listed.some((one) => one.name === name)) return schema
  const meant = listed.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (meant) throw new VerbError('invalid', `The attribute list has no "${name}"; write ${meant.name}.`)
  return withAttribute(schema, objectType, AttributeDefinition.parse({ name, caseExact: true }))
}

/** @throws VerbError when a row has no source though its type wants one, or an expression that does not parse */
export function assertParses(type: string, source: string | undefined): void {
  if (type !== 'None' && source === undefined)
    throw new VerbError('invalid', `A mapping of type ${type} needs a source.`)
  // A Direct row names an attribute, which is the expression of its name in brackets.
  const text = type === 'Expression' ? (source ?? '') : type === 'Direct' ? `[${source}]` : undefined
  const parsed = text === undefined ? undefined : parseExpression(text)
  if (parsed && !parsed.ok) throw new VerbError('invalid', `${parsed.error.message}\n${parsed.error.caret}`)
}
