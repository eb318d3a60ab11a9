import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { putSchema } from '../job/acts.ts'
import { withAttribute } from '../job/schema.ts'
import { AttributeDefinition, AttributeType } from '../mapping/index.ts'
import { AppName, appAndJob, ObjectType } from './inputs.ts'

/** As Edit attribute list and Add Attribute in the portal. */
export const addAttribute = (context: EntraContext) =>
  defineVerb({
    name: 'add-attribute',
    describes: 'Adds an attribute to the attribute list of the target, or changes it there',
    input: z.strictObject({
      app: AppName,
      objectType: ObjectType,
      name: z
        .string()
        .min(1)
        .describe(
          'Such as urn:ietf:params:scim:schemas:extension:acme:2.0:User:badge; other names are left out of a POST',
        ),
      type: AttributeType.default('String'),
      multiValued: z.boolean().default(false),
      required: z.boolean().default(false).describe('Without a value no object is created'),
      exactCase: z.boolean().default(false).describe('Whether a change of case alone is a change'),
      referencedObject: z.string().optional().describe('Of a Reference: the object that it points to'),
    }),
    run: ({ app, objectType, name, type, multiValued, required, exactCase, referencedObject }) => {
      const { job } = appAndJob(context, app)
      const referencedObjects = referencedObject === undefined ? [] : [{ referencedObjectName: referencedObject }]
      const rest = { multivalued: multiValued, required, caseExact: exactCase, referencedObjects }
      putSchema(context, job, withAttribute(job.schema, objectType, AttributeDefinition.parse({ name, type, ...rest })))
    },
  })
