import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { startJob } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { AppName, appAndJob } from './inputs.ts'

export const start = (context: EntraContext) =>
  defineVerb({
    name: 'start',
    describes: 'Start provisioning: a cycle runs at once, then every 40 minutes (Lark D08)',
    input: z.strictObject({ app: AppName }),
    run: ({ app }) => startJob(context, appAndJob(context, app).job),
  })
