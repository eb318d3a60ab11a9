import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { familiarName } from '../directory/entra-user.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

export const links = (context: EntraContext) =>
  defineView({
    name: 'links',
    describes: 'Object connections of a job: which target resource belongs to which source object',
    query: z.looseObject({ app: AppName }),
    read: ({ app }) => {
      const { view } = context.engine
      return [...view.jobData(appAndJob(context, app).job.id).links.values()].map((link) => {
        const user = view.users.get(link.objectId)
        const name = user ? familiarName(user) : (view.groups.get(link.objectId)?.displayName ?? link.targetName)
        return { key: name, value: { ...link, linkedAt: isoTime(link.linkedAt) } }
      })
    },
  })
