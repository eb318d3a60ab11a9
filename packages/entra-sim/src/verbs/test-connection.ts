import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { runProbe } from '../cycle/run-cycle.ts'
import { openSession } from '../cycle/session.ts'
import type { EntraContext } from '../tenant.ts'
import { AppName, appAndJob } from './inputs.ts'

export const testConnection = (context: EntraContext) =>
  defineVerb({
    name: 'test-connection',
    describes: 'Test Connection: asks for a user with a random name and expects an empty list (Lark D02)',
    input: z.strictObject({ app: AppName }),
    run: async ({ app: name }) => {
      const { job } = appAndJob(context, name)
      const session = openSession(context.engine, job, 'cycle')
      if (session.settings.baseAddress === '') {
        throw new VerbError('refused', 'There is no tenant URL to test; set it first (set-credentials).')
      }
      const error = await runProbe(context.engine, session, 1)
      if (error)
        throw new VerbError('refused', `You appear to have entered invalid credentials. ${error.code}: ${error.reason}`)
      return { connected: true }
    },
  })
