import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { validateCredentials } from '../cycle/validate-credentials.ts'
import { AppName, appAndJob } from './inputs.ts'

export const testConnection = (context: EntraContext) =>
  defineVerb({
    name: 'test-connection',
    describes: 'Test Connection: asks for a user with a random name and expects an empty list (Lark D02)',
    input: z.strictObject({ app: AppName }),
    run: async ({ app: name }) => {
      const error = await validateCredentials(context.engine, appAndJob(context, name).job)
      if (error) throw new VerbError('refused', `The connection could not be tested. ${error.code}: ${error.reason}`)
      return { connected: true }
    },
  })
