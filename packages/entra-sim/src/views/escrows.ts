import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { sourceName } from '../cycle/carry-out-intent.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

export const escrows = (context: EntraContext) =>
  defineView({
    name: 'escrows',
    describes: 'Objects that failed and are tried again, with the instant of the next attempt',
    query: z.looseObject({ app: AppName }),
    read: ({ app }) => {
      const { view } = context.engine
      const data = view.jobData(appAndJob(context, app).job.id)
      return [...data.escrows.values()].map((escrow) => {
        const { objectId, objectType, part } = escrow
        const name =
          sourceName(context.engine, objectType, objectId) ?? data.links.get(objectId)?.targetName ?? objectId
        const firstFailedAt = isoTime(escrow.firstFailedAt)
        const nextAttemptAt = isoTime(escrow.nextAttemptAt)
        return {
          key: part === 'object' ? name : `${name} references`,
          value: { ...escrow, name, firstFailedAt, nextAttemptAt },
        }
      })
    },
  })
