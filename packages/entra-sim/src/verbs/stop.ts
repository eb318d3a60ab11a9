import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { pauseJob } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { AppName, appAndJob } from './inputs.ts'

const Input = z.strictObject({ app: AppName })

export const stopVerb = (context: EntraContext) =>
  defineVerb({
    name: 'stop',
    describes: 'Stop provisioning: a running cycle finishes, later ones do not start (Lark D08).',
    input: Input,
    run: ({ app }) => pauseJob(context, appAndJob(context, app).job),
  })
