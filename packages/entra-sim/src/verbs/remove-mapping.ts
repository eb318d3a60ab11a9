import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSchema } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { objectMappingOf, withObjectMapping, withoutRow } from '../schema/edit-schema.ts'
import { AppName, appAndJob, ObjectType } from './inputs.ts'

const Input = z.strictObject({
  app: AppName,
  objectType: ObjectType,
  target: z.string().min(1).describe('Target attribute'),
})

export const removeMappingVerb = (context: EntraContext) =>
  defineVerb({
    name: 'remove-mapping',
    describes: 'Deletes a mapping row, such as externalId of groups (Lark D03).',
    input: Input,
    run: ({ app: name, objectType, target }) => {
      const { job } = appAndJob(context, name)
      const rows = objectMappingOf(job.schema, objectType)?.attributeMappings ?? []
      if (!rows.some((one) => one.targetAttributeName === target)) {
        const mapped = rows.map((one) => one.targetAttributeName).join(', ')
        throw new VerbError('not-found', `${objectType} has no mapping to "${target}". Mapped: ${mapped}.`)
      }
      putSchema(
        context,
        job,
        withObjectMapping(job.schema, objectType, (one) => withoutRow(one, target)),
      )
    },
  })
