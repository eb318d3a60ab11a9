import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSecrets } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { notificationText, withSecrets } from '../job/settings.ts'
import { AppName, appAndJob, isSyncAll, SyncScope } from './inputs.ts'

const Input = z.strictObject({
  app: AppName,
  scope: SyncScope.optional(),
  deletionThreshold: z
    .int()
    .min(0)
    .nullable()
    .optional()
    .describe('Prevent accidental deletions; null switches it off'),
  notificationEmail: z.string().optional(),
  skipOutOfScopeDeletions: z.boolean().optional().describe('Leaving scope sends nothing'),
})

export const setSettingsVerb = (context: EntraContext) =>
  defineVerb({
    name: 'set-settings',
    describes: 'Settings of provisioning: scope, prevention of accidental deletions, notification (Lark D06).',
    input: Input,
    run: ({ app: name, scope, deletionThreshold, notificationEmail, skipOutOfScopeDeletions }) => {
      const { app } = appAndJob(context, name)
      const values: Record<string, string> = {}
      if (scope !== undefined) values.SyncAll = String(isSyncAll(scope))
      if (skipOutOfScopeDeletions !== undefined)
        values.SkipOutOfScopeDeletions = skipOutOfScopeDeletions ? 'True' : 'False'
      if (deletionThreshold !== undefined || notificationEmail !== undefined) {
        const change = { recipients: notificationEmail, threshold: deletionThreshold }
        values.SyncNotificationSettings = notificationText(app.secrets, change)
      }
      putSecrets(context, app, withSecrets(app.secrets, values))
    },
  })
