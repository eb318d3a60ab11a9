import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { restartJob } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { AppName, appAndJob } from './inputs.ts'

const Input = z.strictObject({
  app: AppName,
  resetScope: z
    .string()
    .optional()
    .describe('List of None, ConnectorDataStore, Escrows, Watermark, QuarantineState, Full, ForceDeletes'),
})

export const restartVerb = (context: EntraContext) =>
  defineVerb({
    name: 'restart',
    describes: 'Restart provisioning; without resetScope as the portal does, which keeps the links (Lark D08).',
    input: Input,
    run: ({ app, resetScope }) => restartJob(context, appAndJob(context, app).job, resetScope),
  })
