import { purgeGroup, restoreGroup } from '../../directory/decide-group.ts'
import { purgeUser, restoreUser } from '../../directory/decide-user.ts'
import type { EntraGroup } from '../../directory/entra-group.ts'
import type { EntraUser } from '../../directory/entra-user.ts'
import { collectionOf, single } from '../collection.ts'
import { notFound } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation, parameter } from '../operation.ts'
import { renderGroup } from '../resources/group-resource.ts'
import { renderUser, USER_DEFAULTS } from '../resources/user-resource.ts'

const DELETED_DEFAULTS = [...USER_DEFAULTS, 'deletedDateTime']

/** Graph directory deletedItems: what was deleted in the last 30 days. */
export const deletedItemOperations = [
  ...['/directory/deletedItems/microsoft.graph.user', '/directory/deletedItems/graph.user'].map((template) =>
    operation('GET', template, (call) => {
      const users = deleted(call, (id) => call.context.engine.view.users.get(id))
      return collectionOf(call, () => users, renderUser, { context: 'users', defaultSelect: DELETED_DEFAULTS })
    }),
  ),

  ...['/directory/deletedItems/microsoft.graph.group', '/directory/deletedItems/graph.group'].map((template) =>
    operation('GET', template, (call) => {
      const groups = deleted(call, (id) => call.context.engine.view.groups.get(id))
      return collectionOf(call, () => groups, renderGroup, { context: 'groups' })
    }),
  ),

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

function deleted<Item>(call: GraphCall, find: (id: string) => Item | undefined): Item[] {
  return [...call.context.engine.view.deletedIds()].flatMap((id) => find(id) ?? [])
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
