import { deleteLink } from '../../job/acts.ts'
import { single } from '../collection.ts'
import { jobOf } from '../find.ts'
import { badRequest, GraphError, notFound } from '../graph-error.ts'
import { NO_CONTENT, operation, parameter } from '../operation.ts'

const TEMPLATE = '/servicePrincipals/{servicePrincipal}/synchronization/jobs/{job}/objectConnections'

/** Object connections, beta (Microsoft: Manage object connections): which target resource belongs to a source object. */
export const objectConnectionOperations = [
  operation('GET', TEMPLATE, () => {
    throw badRequest('Object connections cannot be listed; ask for one by the object id of its source.')
  }),

  operation('GET', `${TEMPLATE}/{connection}`, (call) => {
    const id = parameter(call, 'connection')
    const link = call.context.engine.view.jobData(jobOf(call).job.id).links.get(id.toLowerCase())
    if (!link) throw notFound(id)
    const { objectId, targetId, targetName, objectType } = link
    const shown = {
      objectId,
      sourceAnchor: objectId,
      targetAnchor: targetId,
      displayName: targetName,
      objectTypeName: objectType,
    }
    return single(call, { id, ...shown }, 'objectConnections')
  }),

  operation('DELETE', `${TEMPLATE}/{connection}`, (call) => {
    const { job } = jobOf(call)
    if (job.state === 'Active') {
      throw new GraphError(
        409,
        'JobActive',
        'Object connections can be deleted only while the job is paused or disabled.',
      )
    }
    deleteLink(call.context, job, parameter(call, 'connection').toLowerCase())
    return NO_CONTENT
  }),
]
