import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSchema } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { objectMappingOf, targetAttributes, withoutAttribute } from '../schema/edit-schema.ts'
import { AppName, appAndJob, ObjectType } from './inputs.ts'

const Input = z.strictObject({ app: AppName, objectType: ObjectType, name: z.string().min(1) })

export const removeAttributeVerb = (context: EntraContext) =>
  defineVerb({
    name: 'remove-attribute',
    describes: 'Removes an attribute from the attribute list of the target.',
    input: Input,
    run: ({ app, objectType, name }) => {
      const { job } = appAndJob(context, app)
      if (!targetAttributes(job.schema, objectType)?.some((one) => one.name === name)) {
        throw new VerbError('not-found', `The attribute list of ${objectType} has no "${name}".`)
      }
      const rows = objectMappingOf(job.schema, objectType)?.attributeMappings ?? []
      if (rows.some((row) => row.targetAttributeName === name)) {
        throw new VerbError('conflict', `${name} is mapped; remove its mapping first (remove-mapping).`)
      }
      putSchema(context, job, withoutAttribute(job.schema, objectType, name))
    },
  })
