import { z } from 'zod'
import { parseExpression, quoteText } from '../expression/index.ts'
import { coreGroupSchema, enterpriseUserSchema } from '../schema/resource-schemas.ts'
import {
  type AttributeMapping,
  type AttributeMappingSource,
  FlowBehavior,
  FlowType,
  ObjectMapping,
  SynchronizationSchema,
} from '../schema/synchronization-schema.ts'
import { sourceFromText } from './attribute-mapping-source.ts'

/** One row of the short form: a target with an attribute, an expression or a constant. */
export const SimpleMapping = z
  .strictObject({
    target: z.string().min(1),
    source: z.string().min(1).optional(),
    expression: z.string().min(1).optional(),
    constant: z.string().optional(),
    defaultValue: z.string().nullable().default(null),
    matchingPriority: z.number().int().min(0).default(0),
    flowType: FlowType.default('Always'),
    flowBehavior: FlowBehavior.default('FlowWhenChanged'),
  })
  .refine((row) => [row.source, row.expression, row.constant].filter((one) => one !== undefined).length <= 1, {
    message: 'Give one of source (an attribute), expression and constant.',
  })
export type SimpleMapping = z.infer<typeof SimpleMapping>

/** A mapping from outside in Graph's shape, or the zod issues of the form that it resembles. */
export type MappingDocument =
  | { readonly ok: true; readonly schema: SynchronizationSchema }
  | {
      readonly ok: false
      readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
    }

const ShortForm = z.array(SimpleMapping)

/**
 * Reads a Graph synchronizationSchema, a single objectMapping, or the short form: a list of rows. A short list is a
 * mapping of groups when it maps `members`, of users otherwise.
 */
export function readMappingDocument(json: unknown): MappingDocument {
  if (Array.isArray(json)) {
    const rows = ShortForm.safeParse(json)
    return rows.success ? { ok: true, schema: around(objectMappingFromRows(rows.data)) } : failed(rows.error)
  }
  const isMapping = typeof json === 'object' && json !== null && Object.hasOwn(json, 'attributeMappings')
  if (isMapping) {
    const mapping = ObjectMapping.safeParse(json)
    return mapping.success ? { ok: true, schema: around(mapping.data) } : failed(mapping.error)
  }
  const schema = SynchronizationSchema.safeParse(json)
  if (!schema.success) return failed(schema.error)
  if (schema.data.synchronizationRules.length > 0) return { ok: true, schema: schema.data }
  const message = 'This is neither a synchronizationSchema, an objectMapping nor a list of rows {target, source}.'
  return { ok: false, issues: [{ path: [], message }] }
}

function failed(error: z.ZodError): MappingDocument {
  return { ok: false, issues: error.issues.map(({ path, message }) => ({ path, message })) }
}

/** Graph's object mapping of the short form. */
export function objectMappingFromRows(rows: readonly SimpleMapping[]): ObjectMapping {
  const isGroup = rows.some((row) => row.target === 'members')
  return ObjectMapping.parse({
    name: isGroup ? 'groups' : 'users',
    sourceObjectName: isGroup ? 'Group' : 'User',
    targetObjectName: isGroup ? coreGroupSchema : enterpriseUserSchema,
    attributeMappings: rows.map(attributeMapping),
  })
}

function attributeMapping(row: SimpleMapping): Partial<AttributeMapping> {
  const { target, defaultValue, matchingPriority, flowType, flowBehavior } = row
  return { targetAttributeName: target, source: sourceOf(row), defaultValue, matchingPriority, flowType, flowBehavior }
}

/** An expression that does not parse is kept as its text, so that the lint can say what is wrong with it. */
function sourceOf(row: SimpleMapping): AttributeMappingSource | null {
  if (row.constant !== undefined) return sourceFromText(quoteText(row.constant))
  const text = row.expression ?? (row.source === undefined ? null : bracketed(row.source))
  if (text === null) return null
  return parseExpression(text).ok ? sourceFromText(text) : { type: 'Function', expression: text, parameters: [] }
}

/** `source` may be written with its brackets. */
function bracketed(name: string): string {
  return name.startsWith('[') ? name : `[${name}]`
}

function around(objectMapping: ObjectMapping): SynchronizationSchema {
  return SynchronizationSchema.parse({ synchronizationRules: [{ id: '', objectMappings: [objectMapping] }] })
}
