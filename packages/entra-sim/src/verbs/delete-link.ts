import { defineVerb } from '@scimulator/shared/behaviour'
import { deleteLink } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { appAndJob, Principal, principalOf } from './inputs.ts'

export const deleteLinkVerb = (context: EntraContext) =>
  defineVerb({
    name: 'delete-link',
    describes: 'Deletes an object connection while the job is stopped; neither object is touched.',
    input: Principal,
    run: (input) => deleteLink(context, appAndJob(context, input.app).job, principalOf(context, input).objectId),
  })
