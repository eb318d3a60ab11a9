import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSchema } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { AttributeDefinition, AttributeType } from '../mapping/index.ts'
import { withAttribute } from '../schema/edit-schema.ts'
import { AppName, appAndJob, ObjectType } from './inputs.ts'

/** What the page Edit attribute list asks for. */
export const AttributeFields = {
  name: z
    .string()
    .min(1)
    .describe('Such as urn:ietf:params:scim:schemas:extension:acme:2.0:User:badge; other names are left out of a POST'),
  type: AttributeType.default('String'),
  multiValued: z.boolean().default(false),
  required: z.boolean().default(false).describe('Without a value no object is created'),
  exactCase: z.boolean().default(false).describe('Whether a change of case alone is a change'),
  referencedObject: z.string().nullish().describe('Of a Reference: the object that it points to'),
}
export type ListedAttribute = z.output<z.ZodObject<typeof AttributeFields>>

const Input = z.strictObject({ app: AppName, objectType: ObjectType, ...AttributeFields })

/** As Edit attribute list and Add Attribute in the portal. */
export const addAttributeVerb = (context: EntraContext) =>
  defineVerb({
    name: 'add-attribute',
    describes: 'Adds an attribute to the attribute list of the target, or changes it there.',
    input: Input,
    run: ({ app, objectType, ...listed }) => {
      const { job } = appAndJob(context, app)
      const definition = AttributeDefinition.parse(definitionFields(listed))
      putSchema(context, job, withAttribute(job.schema, objectType, definition))
    },
  })

/** In Graph's names. */
export function definitionFields({ name, type, multiValued, required, exactCase, referencedObject }: ListedAttribute) {
  const referencedObjects = referencedObject ? [{ referencedObjectName: referencedObject }] : []
  return { name, type, multivalued: multiValued, required, caseExact: exactCase, referencedObjects }
}
