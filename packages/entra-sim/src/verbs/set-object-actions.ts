import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSchema } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { withObjectMapping } from '../schema/edit-schema.ts'
import { AppName, appAndJob, ObjectType } from './inputs.ts'

const Input = z.strictObject({
  app: AppName,
  objectType: ObjectType,
  enabled: z.boolean().optional().describe('Switches the mapping on or off'),
  actions: z.array(z.enum(['Create', 'Update', 'Delete'])).optional(),
})

export const setObjectActionsVerb = (context: EntraContext) =>
  defineVerb({
    name: 'set-object-actions',
    describes: 'Target object actions Create, Update, Delete of a mapping, and whether groups are provisioned at all.',
    input: Input,
    run: ({ app: name, objectType, enabled, actions }) => {
      assertCanBeOff(objectType, enabled)
      const { job } = appAndJob(context, name)
      const flowTypes = actions?.map((action) => (action === 'Create' ? 'Add' : action)).join(', ')
      const schema = withObjectMapping(job.schema, objectType, (one) => ({
        ...one,
        ...(enabled !== undefined && { enabled }),
        ...(flowTypes !== undefined && { flowTypes }),
      }))
      putSchema(context, job, schema)
    },
  })

/** @throws VerbError when somebody would switch the mapping of users off */
export function assertCanBeOff(objectType: 'User' | 'Group', enabled: boolean | undefined): void {
  if (objectType === 'User' && enabled === false)
    throw new VerbError('refused', 'The mapping of users cannot be switched off; that of groups can.')
}
