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
      const { engine } = context
      const app = findApp(engine.view, input.app)
      const { objectId } = principalOf(context, input)
      engine.commit(unassign(engine.view, app, objectId))
      auditAct(engine, app, null, 'Remove app role assignment', { principalId: objectId })
    },
  })
