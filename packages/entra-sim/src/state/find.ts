// People name things as they know them. If a name matches none or several, the error says so and how to be specific.
import { VerbError } from '@scimulator/shared/behaviour'
import type { EntraGroup } from '../directory/entra-group.ts'
import type { EntraUser } from '../directory/entra-user.ts'
import type { ServicePrincipal } from '../directory/service-principal.ts'
import type { SynchronizationJob } from '../job/job.ts'
import type { EntraView } from './state.ts'

/** A user by object id, scenario key, userPrincipalName (also the one before a soft delete), mail or displayName. */
export function findUser(view: EntraView, name: string): EntraUser {
  const id = view.users.has(name) ? name : (view.userIdByKey(name) ?? view.userIdByName(name))
  const direct = id === undefined ? undefined : view.users.get(id)
  if (direct) return direct
  const found = [...view.users.values()].filter((user) => isCalled(user, name))
  const live = found.filter((user) => user.deletedAt === undefined)
  const candidates = live.length > 0 ? live : found
  return theOnly(candidates, `user "${name}"`, (user) => String(user.attributes.userPrincipalName))
}

function isCalled({ attributes, nameBeforeDeletion }: EntraUser, name: string): boolean {
  const wanted = name.toLowerCase()
  const names = [nameBeforeDeletion, attributes.mail, attributes.displayName]
  return names.some((one) => typeof one === 'string' && one.toLowerCase() === wanted)
}

/** A group by object id or displayName. */
export function findGroup(view: EntraView, name: string): EntraGroup {
  const direct = view.groups.get(name)
  if (direct) return direct
  const found = [...view.groupIdsByName(name)].flatMap((id) => view.groups.get(id) ?? [])
  const live = found.filter((group) => group.deletedAt === undefined)
  return theOnly(live.length > 0 ? live : found, `group "${name}"`, (group) => group.id)
}

export type Found =
  | { readonly objectType: 'User'; readonly objectId: string; readonly user: EntraUser }
  | { readonly objectType: 'Group'; readonly objectId: string; readonly group: EntraGroup }

/** Whichever has the name; a user before a group. */
export function findUserOrGroup(view: EntraView, name: string): Found {
  const isGroup = view.groups.has(name) || view.groupIdsByName(name).size > 0
  const isUser = view.users.has(name) || view.userIdByKey(name) !== undefined || view.userIdByName(name) !== undefined
  if (isGroup && !isUser) {
    const group = findGroup(view, name)
    return { objectType: 'Group', objectId: group.id, group }
  }
  const user = findUser(view, name)
  return { objectType: 'User', objectId: user.id, user }
}

/** An app by object id of its service principal, appId or displayName; without a name the only one. */
export function findApp(view: EntraView, name: string | undefined): ServicePrincipal {
  const all = [...view.servicePrincipals.values()].filter(({ isApplicationOnly }) => !isApplicationOnly)
  if (name === undefined) {
    if (all.length === 0) throw new VerbError('not-found', 'There is no app yet; create one with create-app.')
    return theOnly(all, 'app (give "app")', (app) => app.displayName)
  }
  const fits = all.filter(({ id, appId, displayName }) => id === name || appId === name || displayName === name)
  return theOnly(fits, `app "${name}"`, (app) => app.id)
}

/** The app that a job provisions. */
export function appOf(view: EntraView, job: SynchronizationJob): ServicePrincipal {
  const app = view.servicePrincipals.get(job.servicePrincipalId)
  if (!app) throw new Error(`The job ${job.id} belongs to a service principal that does not exist.`)
  return app
}

/** The first job of an app. */
export function jobOf(view: EntraView, app: ServicePrincipal): SynchronizationJob | undefined {
  for (const job of view.jobs.values()) if (job.servicePrincipalId === app.id) return job
  return undefined
}

function theOnly<Thing>(found: readonly Thing[], what: string, show: (thing: Thing) => string): Thing {
  const [first, second] = found
  if (first === undefined) throw new VerbError('not-found', `There is no ${what}.`)
  if (second === undefined) return first
  throw new VerbError(
    'conflict',
    `There is more than one ${what}: ${found.slice(0, 5).map(show).join(', ')}. Say which.`,
  )
}
