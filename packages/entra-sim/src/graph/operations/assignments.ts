import { z } from 'zod'
import { assignRole } from '../../acts/decide-assignment.ts'
import { auditAct } from '../../acts/job-acts.ts'
import type { AppRoleAssignment, ServicePrincipal } from '../../directory/service-principal.ts'
import { DEFAULT_ACCESS_ROLE } from '../../directory/service-principal.ts'
import { collection, single } from '../collection.ts'
import { groupOf, servicePrincipalOf, userOf } from '../find.ts'
import { badRequest, notFound } from '../graph-error.ts'
import { type GraphAnswer, type GraphCall, NO_CONTENT, operation, parameter } from '../operation.ts'
import { readBody } from '../read-body.ts'
import { renderAssignment } from '../resources/application-resource.ts'

/** Graph compares object ids without regard to case. */
const Id = z.string().toLowerCase()
const NewAssignment = z.looseObject({ principalId: Id, resourceId: Id, appRoleId: Id })

/** Graph appRoleAssignment, from the side of the app and from that of the principal. */
export const assignmentOperations = [
  operation('GET', '/servicePrincipals/{servicePrincipal}/appRoleAssignedTo', (call) => {
    const app = servicePrincipalOf(call)
    return list(call, (one) => one.resourceId === app.id)
  }),
  operation('POST', '/servicePrincipals/{servicePrincipal}/appRoleAssignedTo', (call) =>
    create(call, { resourceId: servicePrincipalOf(call).id }),
  ),
  operation('GET', '/servicePrincipals/{servicePrincipal}/appRoleAssignedTo/{assignment}', (call) => {
    const app = servicePrincipalOf(call)
    return shown(call, (one) => one.resourceId === app.id)
  }),
  operation('DELETE', '/servicePrincipals/{servicePrincipal}/appRoleAssignedTo/{assignment}', (call) => {
    const app = servicePrincipalOf(call)
    return remove(call, (one) => one.resourceId === app.id)
  }),

  operation('GET', '/users/{user}/appRoleAssignments', (call) => {
    const { id } = userOf(call)
    return list(call, (one) => one.principalId === id)
  }),
  operation('POST', '/users/{user}/appRoleAssignments', (call) => create(call, { principalId: userOf(call).id })),
  operation('GET', '/users/{user}/appRoleAssignments/{assignment}', (call) => {
    const { id } = userOf(call)
    return shown(call, (one) => one.principalId === id)
  }),
  operation('DELETE', '/users/{user}/appRoleAssignments/{assignment}', (call) => {
    const { id } = userOf(call)
    return remove(call, (one) => one.principalId === id)
  }),

  operation('GET', '/groups/{group}/appRoleAssignments', (call) => {
    const { id } = groupOf(call)
    return list(call, (one) => one.principalId === id)
  }),
  operation('POST', '/groups/{group}/appRoleAssignments', (call) => create(call, { principalId: groupOf(call).id })),
  operation('GET', '/groups/{group}/appRoleAssignments/{assignment}', (call) => {
    const { id } = groupOf(call)
    return shown(call, (one) => one.principalId === id)
  }),
  operation('DELETE', '/groups/{group}/appRoleAssignments/{assignment}', (call) => {
    const { id } = groupOf(call)
    return remove(call, (one) => one.principalId === id)
  }),
]

function list(call: GraphCall, isWanted: (assignment: AppRoleAssignment) => boolean): GraphAnswer {
  const { view } = call.context.ports
  const wanted = [...view.assignments.values()].filter(isWanted)
  return collection(
    call,
    wanted.map((one) => renderAssignment(one, view)),
    { context: 'appRoleAssignments' },
  )
}

/** The body must agree with the object in the path (Graph: Grant an appRoleAssignment). */
function create(call: GraphCall, fixed: { readonly resourceId?: string; readonly principalId?: string }): GraphAnswer {
  const { ports } = call.context
  const body = readBody(NewAssignment, call.body)
  for (const [name, value] of Object.entries(fixed)) {
    if (body[name] !== value) throw badRequest(`${name} in the body must be ${value}, the object in the URL.`)
  }
  const app = servicePrincipalOf(call, body.resourceId)
  assertRole(app, body.appRoleId)
  assertNew(call, app, body.principalId, body.appRoleId)
  const principal = principalOf(call, body.principalId)
  const changes = assignRole(ports.view, app, principal, body.appRoleId, ports.now(), ports.ids)
  ports.commit(changes)
  auditAct(ports, app, null, 'Add app role assignment', {
    principalId: body.principalId,
    principalType: principal.objectType,
  })
  const made = [...ports.view.assignmentIds(app.id, body.principalId)].flatMap(
    (id) => ports.view.assignments.get(id) ?? [],
  )
  const assignment = made.find(({ appRoleId }) => appRoleId === body.appRoleId)
  return single(call, assignment ? renderAssignment(assignment, ports.view) : {}, 'appRoleAssignments', {
    status: 201,
  })
}

function assertNew({ context }: GraphCall, app: ServicePrincipal, principalId: string, appRoleId: string): void {
  const { view } = context.ports
  const held = [...view.assignmentIds(app.id, principalId)].map((id) => view.assignments.get(id)?.appRoleId)
  if (held.includes(appRoleId)) throw badRequest('Permission being assigned already exists on the object')
}

function assertRole(app: ServicePrincipal, id: string): void {
  const isNamed = app.appRoles.some((role) => role.id === id)
  // Graph takes the all-zero id only where the app has no role to choose; the portal's non-gallery apps have one named User, and
  // scripts send either, so both are taken here.
  if (!isNamed && id !== DEFAULT_ACCESS_ROLE)
    throw badRequest(`Permission being assigned was not found on application '${app.appId}'.`)
}

function principalOf(call: GraphCall, id: string) {
  const { view } = call.context.ports
  if (view.users.has(id)) return { objectType: 'User', objectId: id } as const
  if (view.groups.has(id)) return { objectType: 'Group', objectId: id } as const
  throw notFound(id)
}

function shown(call: GraphCall, isWanted: (assignment: AppRoleAssignment) => boolean): GraphAnswer {
  return single(call, renderAssignment(assignmentOf(call, isWanted), call.context.ports.view), 'appRoleAssignments')
}

function remove(call: GraphCall, isWanted: (assignment: AppRoleAssignment) => boolean): GraphAnswer {
  const { ports } = call.context
  const value = assignmentOf(call, isWanted)
  ports.commit([{ kind: 'assignment', id: value.id, value, present: false }])
  const app = ports.view.servicePrincipals.get(value.resourceId)
  const { principalId, principalType } = value
  if (app) auditAct(ports, app, null, 'Remove app role assignment', { principalId, principalType })
  return NO_CONTENT
}

function assignmentOf(call: GraphCall, isWanted: (assignment: AppRoleAssignment) => boolean): AppRoleAssignment {
  const id = parameter(call, 'assignment')
  const value = call.context.ports.view.assignments.get(id)
  if (!value || !isWanted(value)) throw notFound(id)
  return value
}
