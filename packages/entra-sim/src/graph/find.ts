// Graph names things by id, and a few by another key; nothing is guessed.
import type { EntraGroup } from '../directory/entra-group.ts'
import type { EntraUser } from '../directory/entra-user.ts'
import type { ServicePrincipal } from '../directory/service-principal.ts'
import type { SynchronizationJob } from '../job/job.ts'
import type { EntraView } from '../state/state.ts'
import { GraphError, notFound } from './graph-error.ts'
import { type GraphCall, parameter } from './operation.ts'

/** A user who is not in the bin, by object id or userPrincipalName. */
export function userOf(call: GraphCall, name = parameter(call, 'user')): EntraUser {
  const { view } = call.context.ports
  const user = view.users.get(name.toLowerCase()) ?? view.users.get(view.userIdByName(name) ?? '')
  if (!user || user.deletedAt !== undefined) throw notFound(name)
  return user
}

export function groupOf(call: GraphCall, id = parameter(call, 'group')): EntraGroup {
  const group = call.context.ports.view.groups.get(id.toLowerCase())
  if (!group || group.deletedAt !== undefined) throw notFound(id)
  return group
}

/** By object id, or by `appId='…'` (Graph: servicePrincipals(appId='{appId}')). */
export function servicePrincipalOf(call: GraphCall, name = parameter(call, 'servicePrincipal')): ServicePrincipal {
  const { view } = call.context.ports
  const appId = /^appId='?([^']+)'?$/i.exec(name)?.[1]?.toLowerCase()
  const app = appId === undefined ? view.servicePrincipals.get(name.toLowerCase()) : byAppId(view, appId)
  if (!app || app.isApplicationOnly) throw notFound(name)
  return app
}

/** Those that have one: an application that was registered alone has none yet. */
export function servicePrincipalsOf(view: EntraView): readonly ServicePrincipal[] {
  return [...view.servicePrincipals.values()].filter(({ isApplicationOnly }) => !isApplicationOnly)
}

export function byAppId(view: EntraView, appId: string): ServicePrincipal | undefined {
  for (const app of view.servicePrincipals.values()) if (app.appId === appId) return app
  return undefined
}

export function jobOf(call: GraphCall): { readonly app: ServicePrincipal; readonly job: SynchronizationJob } {
  const app = servicePrincipalOf(call)
  const id = parameter(call, 'job')
  const job = call.context.ports.view.jobs.get(id)
  if (job?.servicePrincipalId === app.id) return { app, job }
  throw new GraphError(404, 'JobNotFound', `The synchronization job '${id}' was not found on '${app.displayName}'.`)
}
