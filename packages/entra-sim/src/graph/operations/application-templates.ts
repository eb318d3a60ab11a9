import { z } from 'zod'
import { createApp } from '../../acts/job-acts.ts'
import { NON_GALLERY_TEMPLATE_ID } from '../../job/job.ts'
import { GALLERY_APPS } from '../../job/job-template.ts'
import { collection, type GraphResource, single } from '../collection.ts'
import { notFound } from '../graph-error.ts'
import { type GraphCall, operation, parameter } from '../operation.ts'
import { readBody } from '../read-body.ts'
import { renderApplication, renderServicePrincipal } from '../resources/application-resource.ts'

interface Template extends GraphResource {
  readonly id: string
  readonly displayName: string
}

const COMMON = {
  categories: [],
  publisher: null,
  description: null,
  supportedProvisioningTypes: ['sync'],
  supportedSingleSignOnModes: ['password', 'saml', 'external'],
}

const TEMPLATES: readonly Template[] = [
  { id: NON_GALLERY_TEMPLATE_ID, displayName: 'Custom', ...COMMON },
  ...GALLERY_APPS.map(({ id, displayName }) => ({ id, displayName, ...COMMON })),
]

const Instantiation = z.looseObject({ displayName: z.string().min(1) })

/** Graph applicationTemplate: the one of applications of one's own, and a few of the gallery. */
export const applicationTemplateOperations = [
  operation('GET', '/applicationTemplates', (call) =>
    collection(call, TEMPLATES, { context: 'applicationTemplates', refusesUnknown: true }),
  ),
  operation('GET', '/applicationTemplates/{template}', (call) =>
    single(call, templateOf(call), 'applicationTemplates'),
  ),
  operation('POST', '/applicationTemplates/{template}/instantiate', (call) => {
    const { id } = templateOf(call)
    const { view } = call.context.ports
    const factoryTag = GALLERY_APPS.find((one) => one.id === id)?.factoryTag
    const more = factoryTag === undefined ? {} : { factoryTag }
    const app = createApp(call.context, readBody(Instantiation, call.body).displayName, [], more)
    return {
      status: 201,
      body: {
        '@odata.context': `${call.root}/$metadata#microsoft.graph.applicationServicePrincipal`,
        application: renderApplication(app, view),
        servicePrincipal: renderServicePrincipal(app, view),
      },
    }
  }),
]

function templateOf(call: GraphCall): Template {
  const id = parameter(call, 'template').toLowerCase()
  const template = TEMPLATES.find((one) => one.id === id)
  if (!template) throw notFound(id)
  return template
}
