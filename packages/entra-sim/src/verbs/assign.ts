import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { assign } from '../acts/decide-assignment.ts'
import { auditAct } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { findApp } from '../state/find.ts'
import { AppName, GroupName, principalOf, UserName } from './inputs.ts'

const Input = z.strictObject({
  app: AppName,
  user: UserName.optional(),
  group: GroupName.optional(),
  users: z.array(UserName).optional().describe('Several users at once'),
  groups: z.array(GroupName).optional().describe('Several groups at once'),
  role: z.string().optional().describe('Value or name of an app role, or Default Access; default User'),
})

export const assignVerb = (context: EntraContext) =>
  defineVerb({
    name: 'assign',
    describes: 'Assigns a user or a group to the app (Lark D07).',
    input: Input,
    run: ({ app: name, user, group, users = [], groups = [], role }) => {
      const { ports } = context
      const app = findApp(ports.view, name)
      const principals = [
        ...[...(user === undefined ? [] : [user]), ...users].map((one) => principalOf(context, { user: one })),
        ...[...(group === undefined ? [] : [group]), ...groups].map((one) => principalOf(context, { group: one })),
      ]
      if (principals.length === 0)
        throw new VerbError('invalid', 'Say whom to assign: "user", "group", "users" or "groups".')
      const changes = principals.flatMap((principal) =>
        assign(ports.view, app, principal, role, ports.now(), ports.ids),
      )
      ports.commit(changes)
      for (const { objectId, objectType } of principals)
        auditAct(ports, app, null, 'Add app role assignment', { principalId: objectId, principalType: objectType })
      return { assigned: principals.length }
    },
  })
