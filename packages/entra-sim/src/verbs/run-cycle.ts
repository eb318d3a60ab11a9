import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { calledUp } from '../job/job.ts'
import { AppName, appAndJob } from './inputs.ts'

const Input = z.strictObject({ app: AppName })

export const runCycleVerb = (context: EntraContext) =>
  defineVerb({
    name: 'run-cycle',
    describes: 'Runs the next cycle now instead of when it is due.',
    input: Input,
    run: async ({ app }) => {
      const { ports, runner } = context
      const { job } = appAndJob(context, app)
      if (job.state !== 'Active') throw new VerbError('refused', 'Provisioning is not running; start it first (start).')
      ports.commit([{ kind: 'job', id: job.id, value: calledUp(job, ports.now()) }])
      await runner.runDue(job.id)
      return { state: ports.view.jobs.get(job.id)?.lastExecution?.state ?? null }
    },
  })
