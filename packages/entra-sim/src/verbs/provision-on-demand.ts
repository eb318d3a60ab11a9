import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { pacedPorts } from '../cycle/paced-ports.ts'
import { provisionOnDemand } from '../cycle/provision-on-demand.ts'
import { openSession } from '../cycle/session.ts'
import { provisioningSteps } from '../log/provisioning-steps.ts'
import { findUser } from '../state/find.ts'
import { AppName, appAndJob, GroupName, principalOf, UserName } from './inputs.ts'

export const provisionOnDemandVerb = (context: EntraContext) =>
  defineVerb({
    name: 'provision-on-demand',
    describes: 'Provisions one user, or one group with at most five of its members, now (Lark D08).',
    input: z
      .strictObject({
        app: AppName,
        user: UserName.optional(),
        group: GroupName.optional(),
        members: z.array(UserName).default([]).describe('Members to provision with the group, at most five'),
      })
      .refine(({ user, group }) => (user === undefined) !== (group === undefined), 'Give either "user" or "group".'),
    run: async ({ app, members, ...principal }) => {
      const { ports, runner, logs } = context
      const { job } = appAndJob(context, app)
      const memberIds = members.map((name) => findUser(ports.view, name).id)
      const subject = { ...principalOf(context, principal), memberIds }
      const records = await runner.exclusive(job.id, () =>
        provisionOnDemand(pacedPorts(ports), openSession(ports, job, 'provisionOnDemand'), subject),
      )
      return records.map((record) => {
        const { sourceName, action, status, skipReason, error, changeId, modified, exchanges = [] } = record
        return {
          ...{ name: sourceName, action, status, reason: error?.code ?? skipReason, changeId },
          // As its entry in the provisioning logs has them.
          steps: provisioningSteps(record, logs.names),
          modifiedProperties: modified,
          exchanges,
        }
      })
    },
  })
