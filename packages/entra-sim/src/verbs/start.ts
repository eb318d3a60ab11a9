import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { startJob } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { AppName, appAndJob } from './inputs.ts'

const Input = z.strictObject({ app: AppName })

export const startVerb = (context: EntraContext) =>
  defineVerb({
    name: 'start',
    describes: 'Start provisioning: a cycle runs at once, then every 40 minutes (Lark D08).',
    input: Input,
    run: ({ app }) => startJob(context, appAndJob(context, app).job),
  })
