import { z } from 'zod'
import { addServicePrincipal, createApp, deleteApp, deleteServicePrincipal, updateApp } from '../../acts/job-acts.ts'
import { type AppRole, DEFAULT_ACCESS_ROLE, type ServicePrincipal } from '../../directory/service-principal.ts'
import { collection, countAnswer, single } from '../collection.ts'
import { byAppId, servicePrincipalOf, servicePrincipalsOf, userOf } from '../find.ts'
import { badRequest, GraphError } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation } from '../operation.ts'
import { Reference, readBody } from '../read-body.ts'
import { renderApplication, renderServicePrincipal } from '../resources/application-resource.ts'
import { APPLICATION_PROPERTIES, readKept, SERVICE_PRINCIPAL_PROPERTIES } from '../resources/kept-properties.ts'
import { applicationOf } from './application-of.ts'

const Role = z.looseObject({
  id: z.guid(),
  value: z.string().nullish(),
  displayName: z.string().min(1),
  description: z.string().optional(),
  allowedMemberTypes: z.array(z.string()).min(1).optional(),
  isEnabled: z.boolean().default(true),
})
const ChangedApplication = z.looseObject({
  displayName: z.string().min(1).max(256).optional(),
  appRoles: z.array(Role).optional(),
})
const BIND = 'owners@odata.bind'
const NewApplication = ChangedApplication.required({ displayName: true }).extend({
  [BIND]: z.array(z.string()).optional(),
})
const NewServicePrincipal = z.looseObject({ appId: z.guid(), [BIND]: z.array(z.string()).optional() })

/** Graph application, servicePrincipal. */
export const applicationOperations = [
  operation('GET', '/applications', (call) => {
    const { view } = call.context.ports
    const all = [...view.servicePrincipals.values()].map((app) => renderApplication(app, view))
    return collection(call, all, { context: 'applications', refusesUnknown: true })
  }),

  operation('POST', '/applications', (call) => {
    const { view } = call.context.ports
    const { displayName, appRoles = [], [BIND]: bound, ...rest } = readBody(NewApplication, call.body)
    const owners = { application: boundTo(call, bound), servicePrincipal: [] }
    const kept = { application: readKept(rest, APPLICATION_PROPERTIES), servicePrincipal: {} }
    const more = { kept, owners, isRegistered: true, isApplicationOnly: true } as const
    const app = createApp(call.context, displayName, appRoles.map(roleOf), more)
    return single(call, renderApplication(app, view), 'applications', { status: 201 })
  }),

  operation('GET', '/applications/$count', (call) => {
    const { view } = call.context.ports
    return countAnswer(call, view.servicePrincipals.values(), (app) => renderApplication(app, view))
  }),

  operation('GET', '/applications/{application}', (call) =>
    single(call, renderApplication(applicationOf(call), call.context.ports.view), 'applications'),
  ),

  operation('PATCH', '/applications/{application}', (call) => update(call, applicationOf(call), 'application')),

  operation('DELETE', '/applications/{application}', (call) => {
    deleteApp(call.context, applicationOf(call))
    return NO_CONTENT
  }),

  operation('GET', '/servicePrincipals', (call) => {
    const { view } = call.context.ports
    const all = servicePrincipalsOf(view).map((app) => renderServicePrincipal(app, view))
    return collection(call, all, { context: 'servicePrincipals', refusesUnknown: true })
  }),

  operation('POST', '/servicePrincipals', (call) => {
    const { view } = call.context.ports
    const { appId, [BIND]: bound, ...rest } = readBody(NewServicePrincipal, call.body)
    const app = byAppId(view, appId.toLowerCase())
    if (!app)
      throw badRequest(`The appId '${appId}' of the service principal does not reference a valid application object.`)
    if (!app.isApplicationOnly) {
      const text = `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`
      throw new GraphError(409, 'Request_MultipleObjectsWithSameKeyValue', text)
    }
    const servicePrincipal = readKept(rest, SERVICE_PRINCIPAL_PROPERTIES)
    const owners = { application: [], ...app.owners, servicePrincipal: boundTo(call, bound) }
    const made = addServicePrincipal(call.context, app, {
      kept: { application: {}, ...app.kept, servicePrincipal },
      owners,
    })
    return single(call, renderServicePrincipal(made, view), 'servicePrincipals', { status: 201 })
  }),

  operation('GET', '/servicePrincipals/$count', (call) => {
    const { view } = call.context.ports
    return countAnswer(call, servicePrincipalsOf(view), (app) => renderServicePrincipal(app, view))
  }),

  operation('GET', '/servicePrincipals/{servicePrincipal}', (call) =>
    single(call, renderServicePrincipal(servicePrincipalOf(call), call.context.ports.view), 'servicePrincipals'),
  ),

  operation('PATCH', '/servicePrincipals/{servicePrincipal}', (call) =>
    update(call, servicePrincipalOf(call), 'servicePrincipal'),
  ),

  operation('DELETE', '/servicePrincipals/{servicePrincipal}', (call) => {
    deleteServicePrincipal(call.context, servicePrincipalOf(call))
    return NO_CONTENT
  }),
]

const PROPERTIES = { application: APPLICATION_PROPERTIES, servicePrincipal: SERVICE_PRINCIPAL_PROPERTIES }

/** The name, the roles, and what is kept; a role in use cannot go (Graph: Update application). */
function update(call: GraphCall, app: ServicePrincipal, resource: keyof typeof PROPERTIES) {
  const { displayName, appRoles, ...rest } = readBody(ChangedApplication, call.body)
  const changed = readKept(rest, PROPERTIES[resource])
  const roles = appRoles?.map(roleOf)
  const lost = roles && usedRoles(call, app).find((id) => !roles.some((role) => role.id === id))
  if (lost) throw badRequest(`The role ${lost} is assigned; end its assignments before it is removed.`)
  const kept = { application: {}, servicePrincipal: {}, ...app.kept }
  const all = { ...kept, [resource]: { ...kept[resource], ...changed } }
  updateApp(call.context, app, {
    ...(displayName && { displayName }),
    ...(roles && { appRoles: roles }),
    ...(Object.keys(changed).length > 0 && { kept: all }),
  })
  return NO_CONTENT
}

function roleOf({
  id,
  value,
  displayName,
  description,
  allowedMemberTypes,
  isEnabled,
}: z.output<typeof Role>): AppRole {
  const more = { ...(description !== undefined && { description }), ...(allowedMemberTypes && { allowedMemberTypes }) }
  return { id: id.toLowerCase(), value: value ?? '', displayName, isEnabled, ...more }
}

/** The people that a body names as owners, each by the end of a URL. */
function boundTo(call: GraphCall, urls: readonly string[] = []): readonly string[] {
  const ids = urls.map((url) => userOf(call, readBody(Reference, { '@odata.id': url })).id)
  return [...new Set(ids)]
}

function usedRoles({ context }: GraphCall, app: ServicePrincipal): readonly string[] {
  const those = [...context.ports.view.assignments.values()].filter(({ resourceId }) => resourceId === app.id)
  return those.map(({ appRoleId }) => appRoleId).filter((id) => id !== DEFAULT_ACCESS_ROLE)
}
