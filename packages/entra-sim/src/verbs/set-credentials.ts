import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { putSecrets } from '../job/acts.ts'
import { withSecrets } from '../job/settings.ts'
import { AppName, appAndJob } from './inputs.ts'

export const setCredentials = (context: EntraContext) =>
  defineVerb({
    name: 'set-credentials',
    describes: 'Fills in Admin Credentials: tenant URL and secret token (Lark D02)',
    input: z.strictObject({
      app: AppName,
      tenantUrl: z.string().min(1).describe('Base URL of the service provider, with or without ?aadOptscim062020'),
      secretToken: z
        .string()
        .default('')
        .describe('Without the word Bearer; empty for a token issued by Entra')
        .meta({ secret: true }),
    }),
    run: ({ app: name, tenantUrl, secretToken }) => {
      const { app } = appAndJob(context, name)
      putSecrets(context, app, withSecrets(app.secrets, { BaseAddress: tenantUrl, SecretToken: secretToken }))
    },
  })
