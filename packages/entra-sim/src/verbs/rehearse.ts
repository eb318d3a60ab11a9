import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { rehearse } from '../cycle/rehearse.ts'
import { openSession } from '../cycle/session.ts'
import { AppName, appAndJob } from './inputs.ts'

const Input = z.strictObject({ app: AppName })

export const rehearseVerb = (context: EntraContext) =>
  defineVerb({
    name: 'rehearse',
    describes: 'What would the next cycle, when it is due, create, disable, delete or hold back? Nothing is sent.',
    input: Input,
    changes: false,
    run: ({ app }) => rehearse(context.ports, openSession(context.ports, appAndJob(context, app).job, 'rehearsal')),
  })
