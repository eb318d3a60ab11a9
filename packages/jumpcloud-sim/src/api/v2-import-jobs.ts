// An import that is started over the API (JumpCloud: User Provisioning with SCIM and HRIS; API V2, import_create).
import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { importUsers } from '../connector/import-acts.ts'
import type { Engine } from '../engine.ts'
import { type ApiAnswer, type ApiRequest, type Operation, ok, param } from './operation.ts'
import { requireApplication } from './v1-applications.ts'

/** ImportUsersRequest of the published description. */
const ImportRequest = z.strictObject({
  allowUserReactivation: z.boolean().default(true),
  operations: z.array(z.enum(['users.create', 'users.update'])).default(['users.create', 'users.update']),
  queryString: z.string().default(''),
})

export const importJobOperations: readonly Operation[] = [
  { method: 'POST', template: '/api/v2/applications/{id}/import/jobs', run: startImport },
]

/** The job is done when the answer comes. Without users.create nobody is imported, and nobody is ever updated (JumpCloud: Import users). */
async function startImport(engine: Engine, request: ApiRequest): Promise<ApiAnswer> {
  const application = requireApplication(engine.view, param(request, 'id'))
  const { operations, queryString } = ImportRequest.parse(request.body ?? {})
  if (!application.connector) {
    throw new VerbError('refused', `Identity Management of ${application.displayLabel} is not configured yet`)
  }
  const jobId = engine.ids.objectId('import-job')
  if (operations.includes('users.create')) await importUsers(engine, application, request.by, queryString)
  return ok({ jobId })
}
