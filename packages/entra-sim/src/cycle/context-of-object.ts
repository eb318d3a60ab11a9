import type { ObjectContext } from '../conversation/object-context.ts'
import { type AttributeSource, expressionEnvironment } from '../expression/index.ts'
import { groupSource, userSource } from '../state/source-attributes.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { otherWithValue } from './duplicate-source.ts'
import type { Session } from './session.ts'

/** What a conversation about one object may know. */
export function objectContext(
  ports: TenantPorts,
  session: Session,
  object: { readonly objectType: 'User' | 'Group'; readonly objectId: string; readonly isSoftDeleted: boolean },
): ObjectContext {
  const { ids, view, switches } = ports
  const { links } = session.data
  return {
    composer: session.composer,
    compiled: session.compiled[object.objectType],
    source: sourceOf(ports, session, object),
    unlisted: view.memberships.rightsOf(object.objectId).size > 0 ? ['members'] : [],
    environment: expressionEnvironment({
      now: ports.now(),
      newGuid: () => ids.uuid(session.draws),
      random: () => ids.random(session.draws),
      defaultDomain: view.tenant.defaultDomain,
      switches,
    }),
    targetId: links.get(object.objectId)?.targetId,
    switches,
    targetIdOf: (sourceId) => links.get(sourceId)?.targetId,
    otherWithValue: (attribute, value) => otherWithValue(ports, session, object, attribute, value),
  }
}

function sourceOf(
  { view, switches }: TenantPorts,
  { job }: Session,
  object: { readonly objectType: 'User' | 'Group'; readonly objectId: string; readonly isSoftDeleted: boolean },
): AttributeSource {
  const user = object.objectType === 'User' ? view.users.get(object.objectId) : undefined
  if (user) {
    const { isSoftDeleted } = object
    return userSource(user, { view, servicePrincipalId: job.servicePrincipalId, isSoftDeleted, switches })
  }
  const group = view.groups.get(object.objectId)
  return group ? groupSource(group, view) : () => undefined
}
