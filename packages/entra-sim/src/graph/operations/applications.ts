import { z } from 'zod'
import { DEFAULT_ACCESS_ROLE, type ServicePrincipal } from '../../directory/service-principal.ts'
import { createApp, deleteApp, updateApp } from '../../job/acts.ts'
import { NON_GALLERY_TEMPLATE_ID } from '../../job/job.ts'
import { collection, countAnswer, single } from '../collection.ts'
import { servicePrincipalOf } from '../find.ts'
import { badRequest, notFound } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation, parameter } from '../operation.ts'
import { readBody } from '../read-body.ts'
import { renderApplication, renderServicePrincipal } from '../resources/application-resource.ts'

const TEMPLATE = {
  id: NON_GALLERY_TEMPLATE_ID,
  displayName: 'Custom',
  categories: [],
  publisher: null,
  description: null,
  supportedProvisioningTypes: ['sync'],
  supportedSingleSignOnModes: ['password', 'saml', 'external'],
}

const Role = z.looseObject({
  id: z.guid(),
  value: z.string().nullish(),
  displayName: z.string().min(1),
  isEnabled: z.boolean().default(true),
})
const ChangedApplication = z.strictObject({
  displayName: z.string().min(1).max(256).optional(),
  appRoles: z.array(Role).optional(),
})

const Instantiation = z.looseObject({ displayName: z.string().min(1) })

/** Graph applicationTemplate, application, servicePrincipal. */
export const applicationOperations = [
  operation('GET', '/applicationTemplates', (call) =>
    collection(call, [TEMPLATE], { context: 'applicationTemplates' }),
  ),

  operation('GET', '/applicationTemplates/{template}', (call) => {
    if (parameter(call, 'template').toLowerCase() !== NON_GALLERY_TEMPLATE_ID)
      throw notFound(parameter(call, 'template'))
    return single(call, TEMPLATE, 'applicationTemplates')
  }),

  ...[
    '/applicationTemplates/{template}/instantiate',
    '/applicationTemplates/{template}/microsoft.graph.instantiate',
  ].map((template) =>
    operation('POST', template, (call) => {
      if (parameter(call, 'template').toLowerCase() !== NON_GALLERY_TEMPLATE_ID) {
        throw notFound(parameter(call, 'template'))
      }
      const { view } = call.context.engine
      const app = createApp(call.context, readBody(Instantiation, call.body).displayName)
      return {
        status: 201,
        body: {
          '@odata.context': `${call.root}/$metadata#microsoft.graph.applicationServicePrincipal`,
          application: renderApplication(app, view),
          servicePrincipal: renderServicePrincipal(app, view),
        },
      }
    }),
  ),

  operation('GET', '/applications', (call) => {
    const { view } = call.context.engine
    const all = [...view.servicePrincipals.values()].map((app) => renderApplication(app, view))
    return collection(call, all, { context: 'applications', refusesUnknown: true })
  }),

  operation('GET', '/applications/$count', (call) => {
    const { view } = call.context.engine
    return countAnswer(call, view.servicePrincipals.values(), (app) => renderApplication(app, view))
  }),

  operation('GET', '/applications/{application}', (call) =>
    single(call, renderApplication(applicationOf(call), call.context.engine.view), 'applications'),
  ),

  operation('PATCH', '/applications/{application}', (call) => update(call, applicationOf(call))),

  operation('DELETE', '/applications/{application}', (call) => {
    deleteApp(call.context, applicationOf(call))
    return NO_CONTENT
  }),

  operation('GET', '/servicePrincipals', (call) => {
    const { view } = call.context.engine
    const all = [...view.servicePrincipals.values()].map((app) => renderServicePrincipal(app, view))
    return collection(call, all, { context: 'servicePrincipals', refusesUnknown: true })
  }),

  operation('GET', '/servicePrincipals/$count', (call) => {
    const { view } = call.context.engine
    return countAnswer(call, view.servicePrincipals.values(), (app) => renderServicePrincipal(app, view))
  }),

  operation('GET', '/servicePrincipals/{servicePrincipal}', (call) =>
    single(call, renderServicePrincipal(servicePrincipalOf(call), call.context.engine.view), 'servicePrincipals'),
  ),

  operation('PATCH', '/servicePrincipals/{servicePrincipal}', (call) => update(call, servicePrincipalOf(call))),

  operation('DELETE', '/servicePrincipals/{servicePrincipal}', (call) => {
    deleteApp(call.context, servicePrincipalOf(call))
    return NO_CONTENT
  }),
]

/** The name and the roles; a role in use cannot go (Graph: Update application). */
function update(call: GraphCall, app: ServicePrincipal) {
  const { displayName, appRoles } = readBody(ChangedApplication, call.body)
  const roles = appRoles?.map(({ id, value, displayName: name, isEnabled }) => {
    return { id: id.toLowerCase(), value: value ?? '', displayName: name, isEnabled }
  })
  const lost = roles && usedRoles(call, app).find((id) => !roles.some((role) => role.id === id))
  if (lost) throw badRequest(`The role ${lost} is assigned; end its assignments before it is removed.`)
  updateApp(call.context, app, { ...(displayName && { displayName }), ...(roles && { appRoles: roles }) })
  return NO_CONTENT
}

function usedRoles({ context }: GraphCall, app: ServicePrincipal): readonly string[] {
  const those = [...context.engine.view.assignments.values()].filter(({ resourceId }) => resourceId === app.id)
  return those.map(({ appRoleId }) => appRoleId).filter((id) => id !== DEFAULT_ACCESS_ROLE)
}

/** By object id of the application, or by `appId='…'`. */
function applicationOf(call: GraphCall) {
  const name = parameter(call, 'application')
  if (/^appId=/i.test(name)) return servicePrincipalOf(call, name)
  for (const app of call.context.engine.view.servicePrincipals.values()) {
    if (app.applicationId === name.toLowerCase()) return app
  }
  throw notFound(name)
}
