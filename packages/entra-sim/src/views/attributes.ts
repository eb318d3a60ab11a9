// What a mapping can take values from, and where it can put them.
import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import {
  type AttributeDefinition,
  AttributeType,
  type SynchronizationSchema,
  sourceGroupDefinition,
  sourceUserDefinition,
} from '../mapping/index.ts'
import { targetAttributes as listedTargets } from '../schema/edit-schema.ts'
import { AppName, appAndJob, ObjectType } from '../verbs/inputs.ts'

const AttributeItem = z.object({
  name: z
    .string()
    .describe('As mappings spell it: department at the source, emails[type eq "work"].value at the target'),
  type: AttributeType.describe('Type of its values, as Microsoft Graph has it'),
  multivalued: z.boolean().describe('Whether it can have several values'),
  required: z.boolean().describe('Without a value no object is created'),
  readOnly: z.boolean().describe('Whether its mutability is ReadOnly: no update writes it'),
  primaryKey: z.boolean().describe('By which the object is known'),
  exactCase: z.boolean().describe('Whether a change of case alone is a change'),
  referencedObject: z.string().nullable().describe('Of a Reference: the object that it points to'),
})

const AttributeQuery = z.strictObject({ app: AppName, objectType: ObjectType })

export const sourceAttributes = (context: EntraContext) =>
  defineView({
    name: 'source-attributes',
    describes: 'Attributes of a user or group of the tenant that a mapping or a scoping filter can name.',
    query: AttributeQuery,
    item: AttributeItem,
    watches: ['job', 'servicePrincipal'],
    read: ({ app, objectType }) => sources(appAndJob(context, app).job.schema, objectType).map(itemOf),
  })

export const targetAttributes = (context: EntraContext) =>
  defineView({
    name: 'target-attributes',
    describes: 'The attribute list of the target, to which a mapping can give values.',
    query: AttributeQuery,
    item: AttributeItem,
    watches: ['job', 'servicePrincipal'],
    read: ({ app, objectType }) => (listedTargets(appAndJob(context, app).job.schema, objectType) ?? []).map(itemOf),
  })

/** Of the directory that stands for the tenant; those that every tenant has where the schema lists none. */
function sources({ directories }: SynchronizationSchema, objectType: 'User' | 'Group'): readonly AttributeDefinition[] {
  const listed = directories.flatMap(({ objects }) => objects).find(({ name }) => name === objectType)?.attributes ?? []
  if (listed.length > 0) return listed
  return (objectType === 'User' ? sourceUserDefinition : sourceGroupDefinition).attributes
}

function itemOf({ name, type, mutability, ...one }: AttributeDefinition) {
  const { multivalued, required, anchor, caseExact, referencedObjects } = one
  const value = {
    ...{ name, type, multivalued, required },
    readOnly: mutability === 'ReadOnly',
    primaryKey: anchor,
    exactCase: caseExact,
    referencedObject: referencedObjects[0]?.referencedObjectName ?? null,
  }
  return { key: name, value }
}
