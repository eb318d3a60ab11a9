import { z } from 'zod'
import { createUser, softDeleteUser, updateUser } from '../../directory/decide-user.ts'
import { collection, single } from '../collection.ts'
import { groupOf, userOf } from '../find.ts'
import { badRequest, notFound } from '../graph-error.ts'
import { NO_CONTENT, operation, parameter } from '../operation.ts'
import { Reference, readBody } from '../read-body.ts'
import { renderGroup } from '../resources/group-resource.ts'
import { readUserAttributes, renderUser, USER_DEFAULTS } from '../resources/user-resource.ts'

const Attributes = z.record(z.string(), z.unknown())
const NewUser = z.looseObject({
  userPrincipalName: z.string().min(1),
  displayName: z.string().min(1),
  accountEnabled: z.boolean(),
  mailNickname: z.string().min(1),
  userType: z.enum(['Member', 'Guest']).optional(),
})

/** Graph user: list, create, get, update, delete, manager, memberOf. */
export const userOperations = [
  operation('GET', '/users', (call) => {
    const live = [...call.context.engine.view.users.values()].filter(({ deletedAt }) => deletedAt === undefined)
    return collection(call, live.map(renderUser), { context: 'users', defaultSelect: USER_DEFAULTS })
  }),

  operation('POST', '/users', (call) => {
    const { engine } = call.context
    const body = readBody(NewUser, call.body)
    const attributes = readUserAttributes(body)
    const [user, changes] = createUser(engine.view, { userType: body.userType, attributes }, engine.now(), engine.ids)
    engine.commit(changes)
    return single(call, renderUser(user), 'users', { status: 201, defaultSelect: USER_DEFAULTS })
  }),

  operation('GET', '/users/{user}', (call) =>
    single(call, renderUser(userOf(call)), 'users', { defaultSelect: USER_DEFAULTS }),
  ),

  operation('PATCH', '/users/{user}', (call) => {
    const { engine } = call.context
    const set = readUserAttributes(readBody(Attributes, call.body))
    engine.commit(updateUser(engine.view, userOf(call), { set }))
    return NO_CONTENT
  }),

  operation('DELETE', '/users/{user}', (call) => {
    const { engine } = call.context
    engine.commit(softDeleteUser(userOf(call), engine.now()))
    return NO_CONTENT
  }),

  operation('GET', '/users/{user}/manager', (call) => {
    const { managerId } = userOf(call)
    if (managerId === undefined) throw notFound('manager')
    return single(call, renderUser(userOf(call, managerId)), 'directoryObjects', { defaultSelect: USER_DEFAULTS })
  }),

  operation('PUT', '/users/{user}/manager/$ref', (call) => {
    const { engine } = call.context
    const user = userOf(call)
    const manager = userOf(call, readBody(Reference, call.body))
    if (manager.id === user.id) throw badRequest('A user cannot be the manager of himself.')
    engine.commit(updateUser(engine.view, user, { managerId: manager.id }))
    return NO_CONTENT
  }),

  operation('DELETE', '/users/{user}/manager/$ref', (call) => {
    const { engine } = call.context
    engine.commit(updateUser(engine.view, userOf(call), { managerId: null }))
    return NO_CONTENT
  }),

  operation('GET', '/users/{user}/memberOf', (call) => {
    const ids = [...call.context.engine.view.memberships.leftsOf(userOf(call).id)]
    const groups = ids.map((id) => ({ '@odata.type': '#microsoft.graph.group', ...renderGroup(groupOf(call, id)) }))
    return collection(call, groups, { context: 'directoryObjects' })
  }),

  operation('GET', '/users/{user}/$count', (call) => {
    throw notFound(`${parameter(call, 'user')}/$count`)
  }),
]
