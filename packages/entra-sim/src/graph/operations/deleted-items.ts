import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { purgeItem } from '../../acts/bin.ts'
import { restoreGroup } from '../../acts/decide-group.ts'
import { restoreUser, updateUser } from '../../acts/decide-user.ts'
import { restoreApp } from '../../acts/job-acts.ts'
import type { DeletedApp } from '../../directory/deleted-app.ts'
import type { EntraGroup } from '../../directory/entra-group.ts'
import { type EntraUser, familiarName } from '../../directory/entra-user.ts'
import { collection, collectionOf, countAnswer, type GraphResource, single } from '../collection.ts'
import { badRequest, notFound } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation, parameter } from '../operation.ts'
import { readBody } from '../read-body.ts'
import { renderApplication, renderServicePrincipal } from '../resources/application-resource.ts'
import { renderGroup } from '../resources/group-resource.ts'
import { renderUser, USER_DEFAULTS } from '../resources/user-resource.ts'
import { assertName } from './users.ts'

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

  ...(['application', 'servicePrincipal'] as const).flatMap((resource) =>
    casts(resource).flatMap((path) => [
      operation('GET', path, (call) =>
        collectionOf(
          call,
          () => deletedApps(call, resource),
          (one) => renderDeletedApp(call, one),
          { context: `${resource}s` },
        ),
      ),
      operation('GET', `${path}/$count`, (call) =>
        countAnswer(call, deletedApps(call, resource), (one) => renderDeletedApp(call, one)),
      ),
    ]),
  ),

  ...['administrativeUnit', 'device'].flatMap((type) =>
    casts(type).map((path) =>
      // They do not exist here: none of them ever lies in the bin.
      operation('GET', path, (call) => collection(call, [], { context: `${type}s` })),
    ),
  ),

  operation('GET', '/directory/deletedItems', () => {
    throw badRequest('Say of which type: /directory/deletedItems/microsoft.graph.user or /microsoft.graph.group.')
  }),

  operation('GET', '/directory/deletedItems/{item}', (call) => {
    const { user, group, app } = itemOf(call)
    if (user) return single(call, renderUser(user), 'directoryObjects', { defaultSelect: DELETED_DEFAULTS })
    return single(call, app ? renderDeletedApp(call, app) : group ? renderGroup(group) : {}, 'directoryObjects')
  }),

  operation('POST', '/directory/deletedItems/{item}/restore', (call) =>
    single(call, restored(call), 'directoryObjects'),
  ),

  operation('DELETE', '/directory/deletedItems/{item}', (call) => {
    const { ports } = call.context
    itemOf(call)
    ports.commit(purgeItem(ports.view, parameter(call, 'item').toLowerCase()))
    return NO_CONTENT
  }),
]

const Restore = z.looseObject({ newUserPrincipalName: z.string().min(1).optional() })

/** What has come out of the bin, as it is now. */
function restored(call: GraphCall): GraphResource {
  const { ports } = call.context
  const { user, group, app } = itemOf(call)
  const { newUserPrincipalName } = readBody(Restore, call.body)
  if (user) return restoredUser(call, user, newUserPrincipalName)
  if (app) {
    const value = restoreApp(call.context, app)
    return app.resource === 'application'
      ? renderApplication(value, ports.view)
      : renderServicePrincipal(value, ports.view)
  }
  if (!group) return {}
  ports.commit(restoreGroup(ports.view, group))
  return { ...renderGroup(group), deletedDateTime: null }
}

/** Under the old name, which nobody else may have meanwhile, or under a new one (Graph: Restore deleted item, newUserPrincipalName). */
function restoredUser(call: GraphCall, user: EntraUser, newName: string | undefined): GraphResource {
  const { ports } = call.context
  assertName(call, newName ?? familiarName(user), user)
  ports.commit(restoreUser(ports.view, user))
  const live = ports.view.users.get(user.id)
  if (live && newName !== undefined) ports.commit(updateUser(ports.view, live, { set: { userPrincipalName: newName } }))
  const shown = ports.view.users.get(user.id)
  return shown ? renderUser(shown) : {}
}

function deletedApps({ context }: GraphCall, resource: DeletedApp['resource']): DeletedApp[] {
  const { view } = context.ports
  return [...view.deletedIds()]
    .flatMap((id) => view.deletedApps.get(id) ?? [])
    .filter((one) => one.resource === resource)
}

function renderDeletedApp({ context }: GraphCall, { resource, app, deletedAt }: DeletedApp): GraphResource {
  const { view } = context.ports
  const shown = resource === 'application' ? renderApplication(app, view) : renderServicePrincipal(app, view)
  return { ...shown, deletedDateTime: isoTime(deletedAt) }
}

function casts(type: string): readonly string[] {
  return [`/directory/deletedItems/microsoft.graph.${type}`, `/directory/deletedItems/graph.${type}`]
}

function deletedUsers({ context }: GraphCall): EntraUser[] {
  const { view } = context.ports
  return [...view.deletedIds()].flatMap((id) => view.users.get(id) ?? [])
}

function deletedGroups({ context }: GraphCall): EntraGroup[] {
  const { view } = context.ports
  return [...view.deletedIds()].flatMap((id) => view.groups.get(id) ?? [])
}

function itemOf(call: GraphCall): { user?: EntraUser; group?: EntraGroup; app?: DeletedApp } {
  const id = parameter(call, 'item').toLowerCase()
  const { view } = call.context.ports
  const user = view.users.get(id)
  const group = view.groups.get(id)
  if (user?.deletedAt !== undefined) return { user }
  if (group?.deletedAt !== undefined) return { group }
  const app = view.deletedApps.get(id)
  if (app) return { app }
  throw notFound(id)
}
