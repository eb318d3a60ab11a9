import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { sourceName } from '../cycle/source-name.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const StagedItem = z.object({
  objectId: z.string(),
  objectType: z.enum(['User', 'Group']),
  action: z.enum(['disable', 'delete']),
  stagedAt: z.string(),
  cycleId: z.string(),
  name: z.string(),
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
