import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { put, type Step, steps } from '../plan/changes.ts'
import { job } from '../plan/reconcile.ts'
import type { Task } from '../values/job.ts'

export function retryTasksVerb(engine: Engine) {
  return defineVerb({
    name: 'retry-tasks',
    describes: 'Retry Selected: sends what failed again, as it was; without a task, everything that failed.',
    input: z.strictObject({
      task: z.string().optional().describe('Id of one task').meta({ refers: 'okta.tasks' }),
    }),
    async run({ task: id }) {
      const tasks = engine.org.all('task').filter((task) => id === undefined || task.id === id)
      if (id !== undefined && tasks.length === 0) throw new VerbError('not-found', `There is no task "${id}".`)
      await engine.act(steps(...tasks.map((task) => retry(engine, task))))
      return { retried: tasks.length }
    },
  })
}

function retry(engine: Engine, { id, appId, work }: Task): Step {
  const application = engine.org.get('application', appId)
  const gone = { changes: [put('task', id, null)], log: [] }
  return application ? steps(gone, job(application, work, engine.maker)) : gone
}
