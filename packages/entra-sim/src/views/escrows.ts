import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { sourceName } from '../cycle/source-name.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const EscrowItem = z.object({
  objectId: z.string().describe('Object id of the user or group in the tenant'),
  objectType: z.enum(['User', 'Group']).describe('What kind of object it is'),
  part: z.enum(['object', 'references']).describe('What failed: the object itself, or its members and manager'),
  errorCode: z.string().describe('Why, as a code of the provisioning logs: DuplicateTargetEntries'),
  firstFailedAt: z.string().describe('When it first failed: 2026-01-05T09:40:00Z; it is given up 28 days later'),
  attempts: z.number().int().describe('How often it has failed; 0 where it has not been tried yet'),
  nextAttemptAt: z.string().describe('The first cycle at or after this instant tries again'),
  members: z
    .array(
      z.object({
        memberId: z.string().describe('Object id of the member in the tenant'),
        present: z.boolean().describe('True for a member to be added, false for one to be removed'),
      }),
    )
    .readonly()
    .describe('Of the references of a group: the memberships that are still to be sent'),
  name: z.string().describe('userPrincipalName, or displayName of a group'),
})

export const escrows = (context: EntraContext) =>
  defineView({
    name: 'escrows',
    describes: 'Objects that failed and are tried again, with the instant of the next attempt.',
    query: z.strictObject({ app: AppName }),
    item: EscrowItem,
    watches: ['escrow', 'link', 'user', 'group', 'servicePrincipal', 'job'],
    read: ({ app }) => {
      const { view } = context.ports
      const data = view.jobData(appAndJob(context, app).job.id)
      return [...data.escrows.values()].map((escrow) => {
        const { objectId, objectType, part } = escrow
        const name = sourceName(context.ports, objectType, objectId) ?? data.links.get(objectId)?.targetName ?? objectId
        const firstFailedAt = isoTime(escrow.firstFailedAt)
        const nextAttemptAt = isoTime(escrow.nextAttemptAt)
        return {
          key: part === 'object' ? name : `${name} references`,
          value: { ...escrow, name, firstFailedAt, nextAttemptAt },
        }
      })
    },
  })
