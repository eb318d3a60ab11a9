import { z } from 'zod'
import { pacedPorts } from '../../cycle/paced-ports.ts'
import { provisionOnDemand } from '../../cycle/provision-on-demand.ts'
import { openSession } from '../../cycle/session.ts'
import { parseSettings } from '../../job/settings.ts'
import { renderOnDemand } from '../../log/on-demand-result.ts'
import { groupOf, jobOf, userOf } from '../find.ts'
import { badRequest, GraphError } from '../graph-error.ts'
import { type GraphCall, operation } from '../operation.ts'
import { readBody } from '../read-body.ts'

const Link = z.looseObject({ objectId: z.string(), objectTypeName: z.string().optional() })
const Subject = z.looseObject({
  objectId: z.string(),
  // Graph's own examples write `User` and `user`.
  objectTypeName: z
    .string()
    .transform(capital)
    .pipe(z.enum(['User', 'Group'])),
  links: z.looseObject({ members: z.array(Link).default([]) }).nullish(),
})
const OnDemand = z.looseObject({
  parameters: z.array(z.looseObject({ ruleId: z.string(), subjects: z.array(Subject).min(1) })).min(1),
})

const CALLS = 5
const WINDOW_MS = 10_000

/** Graph synchronizationJob: provisionOnDemand. Both members of the answer are texts that hold JSON. */
export const provisionOnDemandOperations = [
  operation(
    'POST',
    '/servicePrincipals/{servicePrincipal}/synchronization/jobs/{job}/provisionOnDemand',
    async (call) => {
      const { ports, runner } = call.context
      throttle(call)
      const { job, app } = jobOf(call)
      if (parseSettings(app.secrets).baseAddress === '') throw credentialsMissing()
      const { ruleId, subjects } = readBody(OnDemand, call.body).parameters[0] ?? { ruleId: '', subjects: [] }
      const [subject, ...others] = subjects
      if (!subject || others.length > 0) throw badRequest('Provision on demand takes one subject at a time.')
      if (!job.schema.synchronizationRules.some(({ id }) => id === ruleId)) {
        const message = `Job '${job.id}' has no synchronization rule '${ruleId}'; read it from the job's schema.`
        throw new GraphError(400, 'RequestParameterInvalid', message)
      }
      const { objectTypeName: objectType } = subject
      const objectId = objectType === 'User' ? userOf(call, subject.objectId).id : groupOf(call, subject.objectId).id
      const memberIds = (subject.links?.members ?? []).map((member) => userOf(call, member.objectId).id)
      const records = await runner.exclusive(job.id, () =>
        provisionOnDemand(pacedPorts(ports), openSession(ports, job, 'provisionOnDemand'), {
          objectType,
          objectId,
          memberIds,
        }),
      )
      const [record] = records.filter((one) => one.sourceId === objectId)
      if (!record) throw new GraphError(500, 'InternalServerError', `Nothing was recorded about ${objectId}.`)
      const context = `${call.root}/$metadata#microsoft.graph.stringKeyStringValuePair`
      return { status: 200, body: { '@odata.context': context, ...renderOnDemand(record, ports.view) } }
    },
  ),
]

/** Microsoft's words (Terraform's provider waits for this code). */
function credentialsMissing(): GraphError {
  const way = 'Please configure provisioning by providing your admin credentials then retry the provision on-demand.'
  return new GraphError(400, 'CredentialsMissing', way)
}

/** Five calls in ten seconds (Graph: synchronizationJob provisionOnDemand). */
function throttle({ memory, context }: GraphCall): void {
  const now = context.clientClock.now()
  const recent = memory.onDemandAt.filter((at) => at > now - WINDOW_MS)
  if (recent.length >= CALLS) {
    const waitMs = (recent[0] ?? now) + WINDOW_MS - now
    const headers = { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) }
    throw new GraphError(429, 'TooManyRequests', 'Provision on demand takes five requests in ten seconds.', headers)
  }
  memory.onDemandAt = [...recent, now]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
