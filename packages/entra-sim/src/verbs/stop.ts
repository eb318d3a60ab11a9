import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { pauseJob } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { AppName, appAndJob } from './inputs.ts'

export const stop = (context: EntraContext) =>
  defineVerb({
    name: 'stop',
    describes: 'Stop provisioning: a running cycle finishes, later ones do not start (Lark D08)',
    input: z.strictObject({ app: AppName }),
    run: ({ app }) => pauseJob(context, appAndJob(context, app).job),
  })
