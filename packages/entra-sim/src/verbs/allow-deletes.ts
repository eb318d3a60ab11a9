import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { restartJob } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { AppName, appAndJob } from './inputs.ts'

const Input = z.strictObject({ app: AppName })

export const allowDeletesVerb = (context: EntraContext) =>
  defineVerb({
    name: 'allow-deletes',
    describes: 'Allow deletes: the removals that were staged are carried out now.',
    input: Input,
    run: async ({ app }) => {
      const { job } = appAndJob(context, app)
      const staged = context.ports.view.jobData(job.id).staged.size
      if (staged === 0) throw new VerbError('refused', 'No removals are staged; there is nothing to allow.')
      await restartJob(context, job, 'ForceDeletes')
      return { allowed: staged }
    },
  })
