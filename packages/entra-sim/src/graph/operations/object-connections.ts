import { deleteLink } from '../../acts/job-acts.ts'
import type { Link } from '../../job/link.ts'
import { single } from '../collection.ts'
import { jobOf } from '../find.ts'
import { badRequest, GraphError, notFound } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation, parameter } from '../operation.ts'

const TEMPLATE = '/servicePrincipals/{servicePrincipal}/synchronization/jobs/{job}/objectConnections'

/** Object connections, beta (Microsoft: Manage object connections): which target resource belongs to a source object. */
export const objectConnectionOperations = [
  operation('GET', TEMPLATE, (call) => {
    assertBeta(call)
    throw badRequest(
      'Object connections cannot be listed; ask for one by the object id of its source or of its target.',
    )
  }),

  operation('GET', `${TEMPLATE}/{connection}`, (call) => {
    const { objectId, targetId, objectType } = connectionOf(call)
    const { view } = call.context.ports
    const source = view.users.get(objectId)?.attributes.displayName ?? view.groups.get(objectId)?.displayName ?? null
    const anchors = { sourceAnchor: objectId, targetAnchor: targetId }
    const shown = { objectId, ...anchors, displayName: source, objectTypeName: objectType.toLowerCase() }
    return single(call, shown, 'objectConnection')
  }),

  operation('DELETE', `${TEMPLATE}/{connection}`, (call) => {
    const { job } = jobOf(call)
    const { objectId } = connectionOf(call)
    if (job.state === 'Active') {
      const text = 'Object connections can be deleted only while the job is paused or disabled.'
      throw new GraphError(409, 'JobActive', text)
    }
    deleteLink(call.context, job, objectId)
    return NO_CONTENT
  }),
]

/** By the id of the source, else by that of the target (Microsoft: Manage object connections). */
function connectionOf(call: GraphCall): Link {
  assertBeta(call)
  const id = parameter(call, 'connection')
  const { links } = call.context.ports.view.jobData(jobOf(call).job.id)
  const bySource = links.get(id.toLowerCase())
  if (bySource) return bySource
  for (const link of links.values()) if (link.targetId === id) return link
  throw notFound(id)
}

function assertBeta({ version }: GraphCall): void {
  if (version !== 'beta') throw new GraphError(404, 'ResourceNotFound', 'objectConnections is in beta only.')
}
