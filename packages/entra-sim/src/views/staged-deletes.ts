import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { sourceName } from '../cycle/source-name.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const StagedItem = z.object({
  objectId: z.string().describe('Object id of the user or group in the tenant'),
  objectType: z.enum(['User', 'Group']).describe('What kind of object it is'),
  action: z.enum(['disable', 'delete']).describe('What would have been done at the target'),
  stagedAt: z.string().describe('When it was held back: 2026-01-05T09:40:00Z'),
  cycleId: z.string().describe('Cycle that held it back'),
  name: z.string().describe('userPrincipalName, or displayName of a group'),
})

export const stagedDeletes = (context: EntraContext) =>
  defineView({
    name: 'staged-deletes',
    describes: 'Removals held back by the prevention of accidental deletions.',
    query: z.strictObject({ app: AppName }),
    item: StagedItem,
    watches: ['staged', 'link', 'user', 'group', 'servicePrincipal', 'job'],
    read: ({ app }) => {
      const data = context.ports.view.jobData(appAndJob(context, app).job.id)
      return [...data.staged.values()].map((staged) => {
        const { objectId, objectType } = staged
        const name = sourceName(context.ports, objectType, objectId) ?? data.links.get(objectId)?.targetName ?? objectId
        return { key: name, value: { ...staged, name, stagedAt: isoTime(staged.stagedAt) } }
      })
    },
  })
