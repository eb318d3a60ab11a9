import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { validateCredentials } from '../cycle/validate-credentials.ts'
import { parseSettings } from '../job/settings.ts'
import { AppName, appAndJob } from './inputs.ts'
import { credentialSecrets } from './set-credentials.ts'

const Input = z.strictObject({
  app: AppName,
  tenantUrl: z.string().min(1).optional().describe('Instead of the one that is saved; nothing is saved'),
  secretToken: z.string().optional().describe('Instead of the one that is saved').meta({ secret: true }),
})

export const testConnectionVerb = (context: EntraContext) =>
  defineVerb({
    name: 'test-connection',
    describes: 'Test Connection: asks for a user with a random name and expects an empty list (Lark D02).',
    input: Input,
    run: async ({ app: name, tenantUrl, secretToken }) => {
      const { app, job } = appAndJob(context, name)
      const url = tenantUrl ?? parseSettings(app.secrets).baseAddress
      const secrets = credentialSecrets(app.secrets, { tenantUrl: url, secretToken })
      const error = await validateCredentials(context.ports, job, secrets)
      if (error) throw new VerbError('refused', `The connection could not be tested. ${error.code}: ${error.reason}`)
      return { connected: true }
    },
  })
