// An object that has to be matched while another one in scope has the same value of the matching attribute: nobody can say whose the
// resource in the target would be (Microsoft: Analyze the provisioning logs, DuplicateSourceEntries). A linked object is not matched again.

import type { CompiledObjectType } from '../compiled/compiled-job.ts'
import { isEnabled } from '../directory/entra-user.ts'
import { type AttributeSource, type ExpressionEnvironment, expressionEnvironment } from '../expression/index.ts'
import { applyMappings } from '../mapping/index.ts'
import { groupSource, userSource } from '../state/source-attributes.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { groupScope, isInScope, userScope } from './evaluate-scope.ts'
import type { Session } from './session.ts'

interface MatchedObject {
  readonly objectType: 'User' | 'Group'
  readonly objectId: string
}

/** The object id of another one that would be matched by the same value. */
export function otherWithValue(
  ports: TenantPorts,
  session: Session,
  { objectType, objectId }: MatchedObject,
  attribute: string,
  value: string,
): string | undefined {
  const { duplicateSourceEntries } = ports.switches
  const isLookedFor =
    duplicateSourceEntries === 'usersAndGroups' || (duplicateSourceEntries === 'users' && objectType === 'User')
  if (!isLookedFor) return undefined
  const { matchingValues } = session.data
  matchingValues.follow(ports.view, session.compiled, () => keyReader(ports, session))
  for (const id of matchingValues.idsWith(keyOf(session.compiled[objectType], attribute, value))) {
    if (id !== objectId && isToBeMatched(session, objectType, id)) return id
  }
  return undefined
}

function isToBeMatched({ plan, data }: Session, objectType: 'User' | 'Group', objectId: string): boolean {
  const { view } = plan
  const group = view.groups.get(objectId)
  if (objectType === 'Group') return group !== undefined && isInScope(groupScope(group, plan))
  const user = view.users.get(objectId)
  return user !== undefined && isInScope(userScope(user, plan)) && (isEnabled(user) || data.links.has(objectId))
}

/** Nobody in the bin has a matching value. */
function keyReader(ports: TenantPorts, session: Session) {
  const { view, switches, now } = ports
  const { servicePrincipalId } = session.job
  const { defaultDomain } = view.tenant
  const environment = expressionEnvironment({ now: now(), defaultDomain, switches })
  const keysIn = keysBy(session, environment)
  return (objectType: 'User' | 'Group', objectId: string): readonly string[] => {
    if (objectType === 'User') {
      const user = view.users.get(objectId)
      if (!user || user.deletedAt !== undefined) return []
      return keysIn.User(userSource(user, { view, servicePrincipalId, isSoftDeleted: false, switches }))
    }
    const group = view.groups.get(objectId)
    return group && group.deletedAt === undefined ? keysIn.Group(groupSource(group, view)) : []
  }
}

function keysBy({ compiled }: Session, environment: ExpressionEnvironment) {
  const of = (type: CompiledObjectType) => {
    const matching = { ...type.mapping, attributeMappings: type.matching }
    return (source: AttributeSource) =>
      applyMappings(matching, source, environment, { operation: 'create' }).flatMap(
        ({ targetAttributeName, outcome }) =>
          outcome.kind === 'value' ? [keyOf(type, targetAttributeName, String(outcome.value))] : [],
      )
  }
  return { User: of(compiled.User), Group: of(compiled.Group) }
}

function keyOf({ type, matching }: CompiledObjectType, attribute: string, value: string): string {
  const definition = matching.find(({ mapping }) => mapping.targetAttributeName === attribute)?.definition
  return `${type} ${attribute} ${definition?.caseExact ? value : value.toLowerCase()}`
}
