import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSchema } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { presetSchema } from '../mapping/index.ts'
import { AppName, appAndJob } from './inputs.ts'

const Input = z.strictObject({ app: AppName, preset: z.enum(['default', 'lark']).describe('default or lark') })

export const useMappingPresetVerb = (context: EntraContext) =>
  defineVerb({
    name: 'use-mapping-preset',
    describes: "Replaces all mappings: by those that a new app has, or by those of Lark's help page (Lark D03-D05).",
    input: Input,
    run: ({ app: name, preset }) => {
      const { job } = appAndJob(context, name)
      const ruleId = job.schema.synchronizationRules[0]?.id ?? context.ports.ids.uuid('SynchronizationRule')
      putSchema(context, job, presetSchema(ruleId, preset))
    },
  })
