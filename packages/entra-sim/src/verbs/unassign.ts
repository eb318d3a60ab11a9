import { defineVerb } from '@scimulator/shared/behaviour'
import { unassign } from '../acts/decide-assignment.ts'
import { auditAct } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { findApp } from '../state/find.ts'
import { Principal, principalOf } from './inputs.ts'

export const unassignVerb = (context: EntraContext) =>
  defineVerb({
    name: 'unassign',
    describes: 'Ends all assignments of a user or a group to the app.',
    input: Principal,
    run: (input) => {
      const { ports } = context
      const app = findApp(ports.view, input.app)
      const { objectId, objectType } = principalOf(context, input)
      ports.commit(unassign(ports.view, app, objectId))
      auditAct(ports, app, null, 'Remove app role assignment', { principalId: objectId, principalType: objectType })
    },
  })
