import { defineVerb } from '@scimulator/shared/behaviour'
import type { EntraContext } from '../context.ts'
import { explain } from '../cycle/explain.ts'
import { openSession } from '../cycle/session.ts'
import { appAndJob, Principal, principalOf } from './inputs.ts'

/** Also by the object id of a user who is gone from the directory, as long as the job has a link to it. */
function subjectOf(context: EntraContext, jobId: string, input: Principal) {
  const { view } = context.ports
  const id = input.user ?? input.group ?? ''
  const link = view.jobData(jobId).links.get(id)
  const isGone = link !== undefined && !view.users.has(id) && !view.groups.has(id)
  return isGone ? link : principalOf(context, input)
}

export const explainVerb = (context: EntraContext) =>
  defineVerb({
    name: 'explain',
    describes:
      'Import, scope, match, evaluate and act for one object, with the values seen; reads the target, changes nothing.',
    input: Principal,
    changes: false,
    run: (input) => {
      const { job } = appAndJob(context, input.app)
      const { objectType, objectId } = subjectOf(context, job.id, input)
      return explain(context.ports, openSession(context.ports, job, 'rehearsal'), objectType, objectId)
    },
  })
