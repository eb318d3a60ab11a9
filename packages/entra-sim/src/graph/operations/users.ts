import { z } from 'zod'
import { createUser, softDeleteUser, updateUser } from '../../acts/decide-user.ts'
import type { EntraUser } from '../../directory/entra-user.ts'
import type { Tenant } from '../../directory/tenant.ts'
import { collectionOf, countAnswer, type GraphResource, narrowed, single } from '../collection.ts'
import { expansions } from '../expand.ts'
import { userOf } from '../find.ts'
import { badRequest, notFound } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation } from '../operation.ts'
import { Reference, readBody } from '../read-body.ts'
import { readUserAttributes, renderUser, USER_DEFAULTS } from '../resources/user-resource.ts'

const MANAGER_BIND = 'manager@odata.bind'
const UserType = z.enum(['Member', 'Guest'])
/** What every user has cannot be taken away (Graph: Update user). */
const ChangedUser = z.looseObject({
  userPrincipalName: z.string().min(1).optional(),
  displayName: z.string().min(1).optional(),
  accountEnabled: z.boolean().optional(),
  mailNickname: z.string().min(1).optional(),
  userType: UserType.optional(),
})
const NewUser = z.looseObject({
  userPrincipalName: z.string().min(1),
  displayName: z.string().min(1),
  accountEnabled: z.boolean(),
  mailNickname: z.string().min(1),
  userType: UserType.optional(),
  [MANAGER_BIND]: z.string().optional(),
})

/** Graph user: list, create, get, update, delete, manager. */
export const userOperations = [
  operation('GET', '/users', (call) =>
    collectionOf(call, () => candidates(call), expanding(call), {
      context: 'users',
      defaultSelect: shownOf(call),
      refusesUnknown: true,
    }),
  ),

  operation('GET', '/users/$count', (call) => countAnswer(call, candidates(call), renderUser)),

  operation('POST', '/users', (call) => {
    const { ports } = call.context
    const body = readBody(NewUser, call.body)
    const { userType, [MANAGER_BIND]: bound } = body
    assertName(call, body.userPrincipalName)
    const managerId = bound === undefined ? undefined : userOf(call, readBody(Reference, { '@odata.id': bound })).id
    const input = { userType, managerId, attributes: readUserAttributes(body) }
    assertPassword(body)
    const [user, changes] = createUser(ports.view, input, ports.now(), ports.ids)
    ports.commit(changes)
    return single(call, renderUser(user), 'users', { status: 201, defaultSelect: USER_DEFAULTS })
  }),

  operation('GET', '/users/{user}', (call) =>
    single(call, expanding(call)(userOf(call)), 'users', { defaultSelect: shownOf(call) }),
  ),

  operation('PATCH', '/users/{user}', (call) => {
    const { ports } = call.context
    const body = readBody(ChangedUser, call.body)
    const user = userOf(call)
    assertName(call, body.userPrincipalName, user)
    const update = { set: readUserAttributes(body), userType: body.userType }
    ports.commit(updateUser(ports.view, user, update))
    return NO_CONTENT
  }),

  operation('DELETE', '/users/{user}', (call) => {
    const { ports } = call.context
    ports.commit(softDeleteUser(userOf(call), ports.now()))
    return NO_CONTENT
  }),

  operation('GET', '/users/{user}/manager', (call) => {
    const { managerId } = userOf(call)
    if (managerId === undefined) throw notFound('manager')
    return single(call, renderUser(userOf(call, managerId)), 'directoryObjects', { defaultSelect: USER_DEFAULTS })
  }),

  operation('PUT', '/users/{user}/manager/$ref', (call) => {
    const { ports } = call.context
    const user = userOf(call)
    const manager = userOf(call, readBody(Reference, call.body))
    if (manager.id === user.id) throw badRequest('A user cannot be their own manager.')
    ports.commit(updateUser(ports.view, user, { managerId: manager.id }))
    return NO_CONTENT
  }),

  operation('DELETE', '/users/{user}/manager/$ref', (call) => {
    const { ports } = call.context
    const user = userOf(call)
    if (user.managerId === undefined) throw notFound('manager')
    ports.commit(updateUser(ports.view, user, { managerId: null }))
    return NO_CONTENT
  }),
]

/** Everybody has a password but those who sign in at a federated domain, who have an immutable id instead (Graph: Create user). */
function assertPassword({ passwordProfile: profile, onPremisesImmutableId }: Readonly<Record<string, unknown>>): void {
  if (typeof onPremisesImmutableId === 'string') return
  const password = typeof profile === 'object' && profile !== null && 'password' in profile ? profile.password : ''
  if (typeof password === 'string' && password !== '') return
  throw badRequest('A password must be specified to create a new user.')
}

/** A userPrincipalName is an alias and a verified domain of the tenant (Graph: user). */
export function assertName({ context }: GraphCall, name: string | undefined, own?: EntraUser): void {
  if (name === undefined) return
  if (!/^[^@\s]+@[^@\s]+$/.test(name)) throw badRequest('Property userPrincipalName is invalid.')
  assertVerified(name, context.ports.view.tenant)
  const holder = context.ports.view.userIdByName(name)
  if (holder === undefined || holder === own?.id) return
  throw badRequest('Another object with the same value for property userPrincipalName already exists.')
}

function assertVerified(name: string, { defaultDomain, initialDomain }: Tenant): void {
  const domain = name.split('@')[1]?.toLowerCase()
  if (domain === defaultDomain.toLowerCase() || domain === initialDomain.toLowerCase()) return
  throw badRequest(
    'The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.',
  )
}

/** Who may be on the list: one person where the filter asks for one name, else everybody who is not in the bin. */
function* candidates({ context, query }: GraphCall): Iterable<EntraUser> {
  const { view } = context.ports
  const { filter } = query
  const isByName = filter?.kind === 'compare' && filter.operator === 'eq' && filter.path === 'userPrincipalName'
  if (isByName && typeof filter.value === 'string') {
    const user = view.users.get(view.userIdByName(filter.value) ?? '')
    if (user && user.deletedAt === undefined) yield user
    return
  }
  for (const user of view.users.values()) if (user.deletedAt === undefined) yield user
}

/** `$expand=manager`, the relationship of users that Graph expands; others are refused, also where nobody is in the list. */
function expanding(call: GraphCall): (user: EntraUser) => GraphResource {
  const { manager } = expansions(call, ['manager'])
  if (!manager) return renderUser
  const select = manager.select ?? USER_DEFAULTS
  return (user) => {
    const found = user.managerId === undefined ? undefined : call.context.ports.view.users.get(user.managerId)
    const isLive = found && found.deletedAt === undefined
    const shown = isLive ? { '@odata.type': '#microsoft.graph.user', ...narrowed(renderUser(found), select) } : null
    return { ...renderUser(user), manager: shown }
  }
}

/** What is expanded is shown whatever is selected. */
function shownOf({ query }: GraphCall): readonly string[] {
  return query.expand ? [...USER_DEFAULTS, 'manager'] : USER_DEFAULTS
}
