import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { sourceName } from '../cycle/source-name.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const EscrowItem = z.object({
  objectId: z.string(),
  objectType: z.enum(['User', 'Group']),
  part: z.enum(['object', 'references']).describe('What failed: the object itself, or its members and manager'),
  errorCode: z.string(),
  firstFailedAt: z.string(),
  attempts: z.number().int(),
  nextAttemptAt: z.string().describe('The first cycle at or after this instant tries again'),
  members: z.array(z.object({ memberId: z.string(), present: z.boolean() })).readonly(),
  name: z.string(),
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
