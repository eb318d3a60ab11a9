import { purgeGroup, restoreGroup } from '../../directory/decide-group.ts'
import { purgeUser, restoreUser } from '../../directory/decide-user.ts'
import type { EntraGroup } from '../../directory/entra-group.ts'
import type { EntraUser } from '../../directory/entra-user.ts'
import { collection, collectionOf, countAnswer, single } from '../collection.ts'
import { badRequest, notFound } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation, parameter } from '../operation.ts'
import { renderGroup } from '../resources/group-resource.ts'
import { renderUser, USER_DEFAULTS } from '../resources/user-resource.ts'

const DELETED_DEFAULTS = [...USER_DEFAULTS, 'deletedDateTime']

/** Graph directory deletedItems: what was deleted in the last 30 days. */
export const deletedItemOperations = [
  ...casts('user').flatMap((path) => [
    operation('GET', path, (call) =>
      collectionOf(call, () => deletedUsers(call), renderUser, { context: 'users', defaultSelect: DELETED_DEFAULTS }),
    ),
    operation('GET', `${path}/$count`, (call) => countAnswer(call, deletedUsers(call), renderUser)),
  ]),

  ...casts('group').flatMap((path) => [
    operation('GET', path, (call) => collectionOf(call, () => deletedGroups(call), renderGroup, { context: 'groups' })),
    operation('GET', `${path}/$count`, (call) => countAnswer(call, deletedGroups(call), renderGroup)),
  ]),

  ...['application', 'servicePrincipal', 'administrativeUnit', 'device'].flatMap((type) =>
    casts(type).map((path) =>
      // Applications are deleted for good here, and the others do not exist: none of them ever lies in the bin.
      operation('GET', path, (call) => collection(call, [], { context: `${type}s` })),
    ),
  ),

  operation('GET', '/directory/deletedItems', () => {
    throw badRequest('Say of which type: /directory/deletedItems/microsoft.graph.user or /microsoft.graph.group.')
  }),

  operation('GET', '/directory/deletedItems/{item}', (call) => {
    const { user, group } = itemOf(call)
    if (user) return single(call, renderUser(user), 'directoryObjects', { defaultSelect: DELETED_DEFAULTS })
    return single(call, group ? renderGroup(group) : {}, 'directoryObjects')
  }),

  operation('POST', '/directory/deletedItems/{item}/restore', (call) => {
    const { engine } = call.context
    const { user, group } = itemOf(call)
    if (user) engine.commit(restoreUser(engine.view, user))
    if (group) engine.commit(restoreGroup(engine.view, group))
    const restored = user ? engine.view.users.get(user.id) : undefined
    const shown = restored ? renderUser(restored) : group ? { ...renderGroup(group), deletedDateTime: null } : {}
    return single(call, shown, 'directoryObjects')
  }),

  operation('DELETE', '/directory/deletedItems/{item}', (call) => {
    const { engine } = call.context
    const { user, group } = itemOf(call)
    if (user) engine.commit(purgeUser(engine.view, user))
    if (group) engine.commit(purgeGroup(engine.view, group))
    return NO_CONTENT
  }),
]

function casts(type: string): readonly string[] {
  return [`/directory/deletedItems/microsoft.graph.${type}`, `/directory/deletedItems/graph.${type}`]
}

function deletedUsers({ context }: GraphCall): EntraUser[] {
  const { view } = context.engine
  return [...view.deletedIds()].flatMap((id) => view.users.get(id) ?? [])
}

function deletedGroups({ context }: GraphCall): EntraGroup[] {
  const { view } = context.engine
  return [...view.deletedIds()].flatMap((id) => view.groups.get(id) ?? [])
}

function itemOf(call: GraphCall): { user?: EntraUser; group?: EntraGroup } {
  const id = parameter(call, 'item').toLowerCase()
  const { view } = call.context.engine
  const user = view.users.get(id)
  const group = view.groups.get(id)
  if (user?.deletedAt !== undefined) return { user }
  if (group?.deletedAt !== undefined) return { group }
  throw notFound(id)
}
