import { z } from 'zod'
import { createApp } from '../../job/acts.ts'
import { NON_GALLERY_TEMPLATE_ID } from '../../job/job.ts'
import { collection, single } from '../collection.ts'
import { servicePrincipalOf } from '../find.ts'
import { notFound } from '../graph-error.ts'
import { type GraphCall, operation, parameter } from '../operation.ts'
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
    return collection(call, all, { context: 'applications' })
  }),

  operation('GET', '/applications/{application}', (call) =>
    single(call, renderApplication(applicationOf(call), call.context.engine.view), 'applications'),
  ),

  operation('GET', '/servicePrincipals', (call) => {
    const { view } = call.context.engine
    const all = [...view.servicePrincipals.values()].map((app) => renderServicePrincipal(app, view))
    return collection(call, all, { context: 'servicePrincipals' })
  }),

  operation('GET', '/servicePrincipals/{servicePrincipal}', (call) =>
    single(call, renderServicePrincipal(servicePrincipalOf(call), call.context.engine.view), 'servicePrincipals'),
  ),
]

/** By object id of the application, or by `appId='…'`. */
function applicationOf(call: GraphCall) {
  const name = parameter(call, 'application')
  if (/^appId=/i.test(name)) return servicePrincipalOf(call, name)
  for (const app of call.context.engine.view.servicePrincipals.values()) {
    if (app.applicationId === name.toLowerCase()) return app
  }
  throw notFound(name)
}
