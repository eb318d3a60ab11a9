import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { jobStatus } from '../job/job-status.ts'
import { parseSettings } from '../job/settings.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

export const job = (context: EntraContext) =>
  defineView({
    name: 'job',
    describes: 'The provisioning job: state, settings, and status as Microsoft Graph shows it',
    query: z.looseObject({ app: AppName }),
    read: ({ app: name }) => {
      const { view } = context.engine
      const { app, job: one } = appAndJob(context, name)
      const { secretToken: _hidden, ...settings } = parseSettings(app.secrets)
      const value = {
        id: one.id,
        app: app.displayName,
        state: one.state,
        isInitialCycleDue: one.watermark === null,
        nextCycleAt: one.nextCycleAt === null ? null : isoTime(one.nextCycleAt),
        settings,
        status: jobStatus(one, parseSettings(app.secrets).baseAddress !== '', context.engine.progress.get(one.id)),
        links: view.jobData(one.id).links.size,
        escrows: view.jobData(one.id).escrows.size,
        staged: view.jobData(one.id).staged.size,
      }
      return [{ key: app.displayName, value }]
    },
  })
