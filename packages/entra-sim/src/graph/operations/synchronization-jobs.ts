import { StoreStopped } from '@scimulator/shared/store'
import { z } from 'zod'
import { createJob, deleteJob, pauseJob, restartJob, startJob } from '../../acts/job-acts.ts'
import { renderJob } from '../../acts/job-status.ts'
import { RESET_SCOPES, readResetScope } from '../../acts/restart.ts'
import type { ObjectError } from '../../conversation/outcome.ts'
import { validateCredentials } from '../../cycle/validate-credentials.ts'
import type { ServicePrincipal } from '../../directory/service-principal.ts'
import { minutesBetweenCycles } from '../../job/cycle-interval.ts'
import { newJob, type SynchronizationJob } from '../../job/job.ts'
import { DEFAULT_TEMPLATE, factoryTagOf } from '../../job/job-template.ts'
import { parseSettings } from '../../job/settings.ts'
import { presetSchema } from '../../mapping/index.ts'
import { jobOf as firstJobOf } from '../../state/find.ts'
import { collection, type GraphResource, single } from '../collection.ts'
import { jobOf, servicePrincipalOf } from '../find.ts'
import { badRequest, GraphError } from '../graph-error.ts'
import { type GraphAnswer, type GraphCall, NO_CONTENT, operation } from '../operation.ts'
import { readBody } from '../read-body.ts'
import { readSecrets, SecretItem } from './secret-list.ts'

const ROOT = '/servicePrincipals/{servicePrincipal}/synchronization'

const NewJob = z.looseObject({ templateId: z.string() })
const Restart = z.looseObject({ criteria: z.strictObject({ resetScope: z.string().nullish() }).nullish() })
const Credentials = z.looseObject({
  useSavedCredentials: z.boolean().optional(),
  templateId: z.string().optional(),
  credentials: z.array(SecretItem).optional(),
})

/** Graph synchronizationTemplate and synchronizationJob. */
export const synchronizationJobOperations = [
  operation('GET', `${ROOT}/templates`, (call) => {
    servicePrincipalOf(call)
    return collection(call, [templateOf(call)], { context: 'synchronizationTemplates' })
  }),
  operation('GET', `${ROOT}/templates/{template}`, (call) => {
    assertTemplate(call)
    return single(call, templateOf(call), 'synchronizationTemplates')
  }),
  operation('GET', `${ROOT}/templates/{template}/schema`, (call) => {
    assertTemplate(call)
    return single(call, { ...presetSchema(servicePrincipalOf(call).id) }, 'synchronizationSchema')
  }),

  operation('GET', `${ROOT}/jobs`, (call) => {
    const app = servicePrincipalOf(call)
    const jobs = [...call.context.ports.view.jobs.values()].filter(
      ({ servicePrincipalId }) => servicePrincipalId === app.id,
    )
    return collection(
      call,
      jobs.map((job) => shown(call, job)),
      { context: 'synchronizationJobs' },
    )
  }),
  operation('POST', `${ROOT}/jobs`, (call) => {
    const app = servicePrincipalOf(call)
    const factoryTag = assertKnown(readBody(NewJob, call.body).templateId, app)
    return single(call, shown(call, createJob(call.context, app, factoryTag)), 'synchronizationJobs', { status: 201 })
  }),
  operation('GET', `${ROOT}/jobs/{job}`, (call) => single(call, shown(call, jobOf(call).job), 'synchronizationJobs')),
  operation('DELETE', `${ROOT}/jobs/{job}`, (call) => {
    deleteJob(call.context, jobOf(call).job)
    return NO_CONTENT
  }),

  operation('POST', `${ROOT}/jobs/{job}/start`, (call) => {
    const { job } = jobOf(call)
    assertConfigured(call)
    begin(startJob(call.context, job))
    return NO_CONTENT
  }),
  operation('POST', `${ROOT}/jobs/{job}/pause`, (call) => {
    pauseJob(call.context, jobOf(call).job)
    return NO_CONTENT
  }),
  operation('POST', `${ROOT}/jobs/{job}/restart`, (call) => {
    const { job } = jobOf(call)
    const resetScope = readBody(Restart, call.body).criteria?.resetScope ?? undefined
    const plan = readResetScope(resetScope, call.context.ports.switches)
    if (typeof plan === 'string') throw badRequest(`resetScope knows no '${plan}'. Known: ${RESET_SCOPES.join(', ')}.`)
    assertConfigured(call)
    begin(restartJob(call.context, job, resetScope))
    return NO_CONTENT
  }),

  operation('POST', `${ROOT}/jobs/{job}/validateCredentials`, validate),
  operation('POST', `${ROOT}/jobs/validateCredentials`, validate),
]

function shown(call: GraphCall, job: Parameters<typeof renderJob>[0]): GraphResource {
  const { view, switches, progress } = call.context.ports
  return renderJob(job, view, minutesBetweenCycles(switches), progress.get(job.id))
}

/** @returns the factory tag of the template's jobs. @throws GraphError 400 */
function assertKnown(templateId: string, app?: ServicePrincipal): string {
  const factoryTag = app?.factoryTag === templateId ? templateId : factoryTagOf(templateId)
  if (factoryTag !== undefined) return factoryTag
  throw badRequest(`There is no template '${templateId}'; a custom application has 'scim'.`)
}

/** The template of the application's jobs with its default schema. */
function templateOf(call: GraphCall): GraphResource {
  const app = servicePrincipalOf(call)
  const factoryTag = app.factoryTag ?? DEFAULT_TEMPLATE
  const schema = presetSchema(app.id)
  return {
    id: factoryTag,
    applicationId: app.appId,
    default: true,
    discoverable: true,
    factoryTag,
    metadata: [],
    schema,
  }
}

function assertTemplate(call: GraphCall): void {
  const { id } = templateOf(call)
  if (call.parameters.template !== id) throw new GraphError(404, 'TemplateNotFound', `The template is "${String(id)}".`)
}

function assertConfigured(call: GraphCall): void {
  const { app } = jobOf(call)
  if (parseSettings(app.secrets).baseAddress !== '') return
  throw new GraphError(
    400,
    'CredentialsMissing',
    'The job has no credentials; put BaseAddress and SecretToken into the secrets first.',
  )
}

/** With credentials in the body, or with those that are saved; a job is not needed when `templateId` is given. */
async function validate(call: GraphCall): Promise<GraphAnswer> {
  const { ports } = call.context
  const body = readBody(Credentials, call.body)
  const app = servicePrincipalOf(call)
  const isSaved = body.useSavedCredentials === true
  if (!isSaved && body.credentials === undefined) throw missing('credentials')
  if (call.parameters.job === undefined && body.templateId === undefined) throw missing('templateId')
  const job = call.parameters.job === undefined ? jobToTest(call, app, body.templateId) : jobOf(call).job
  const given = isSaved ? undefined : readSecrets(body.credentials ?? [], app.secrets)
  const error = await validateCredentials(ports, job, given)
  if (error) throw unavailable(error)
  return NO_CONTENT
}

/** Microsoft's onboarding script for SCIM apps checks these codes (2026). */
function missing(parameter: string): GraphError {
  return new GraphError(400, 'RequestMissingRequiredParameter', `The required parameter '${parameter}' is missing.`)
}

/** One code for whatever makes credentials unusable; the cause stands within. */
function unavailable({ code, reason }: ObjectError): GraphError {
  return new GraphError(400, 'CredentialValidationUnavailable', reason, {}, code)
}

/** The app's job, or before there is one a job of the template that is named, which nobody keeps. */
function jobToTest(call: GraphCall, app: ServicePrincipal, templateId: string | undefined): SynchronizationJob {
  const { ports } = call.context
  if (templateId !== undefined) assertKnown(templateId, app)
  const job = firstJobOf(ports.view, app)
  if (job) return job
  if (templateId !== undefined) return newJob('scim', app.id, presetSchema(app.id), ports.now())
  throw missing('templateId')
}

/** The answer does not wait for the cycle; its outcome is in the job's status and in the provisioning logs. */
function begin(work: Promise<void>): void {
  // The tenant's host is notified of a folder that can no longer be written; anything else is a mistake of ours and stays loud.
  work.catch((error: unknown) => {
    if (!(error instanceof StoreStopped)) throw error
  })
}
