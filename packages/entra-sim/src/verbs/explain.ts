import { defineVerb } from '@scimulator/shared/behaviour'
import { explain } from '../cycle/explain.ts'
import { openSession } from '../cycle/session.ts'
import type { EntraContext } from '../tenant.ts'
import { appAndJob, Principal, principalOf } from './inputs.ts'

export const explainVerb = (context: EntraContext) =>
  defineVerb({
    name: 'explain',
    describes:
      'Import, scope, match, evaluate and act for one object, with the values seen; reads the target, changes nothing',
    input: Principal,
    run: (input) => {
      const { job } = appAndJob(context, input.app)
      const { objectType, objectId } = principalOf(context, input)
      return explain(context.engine, openSession(context.engine, job, 'rehearsal'), objectType, objectId)
    },
  })
