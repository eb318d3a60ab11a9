import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { federationValues } from '../job/workload-identity.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const FederationItem = z.object({
  issuer: z
    .string()
    .describe('Claim iss of the assertions: https://login.microsoftonline.com/, the tenant id and /v2.0'),
  subject: z.string().describe('Object id of the provisioning service'),
  audience: z.string().describe('Its form is the switch wifAudience'),
  jwksPath: z.string().describe('The key set, below the address of the simulator'),
})

export const federation = (context: EntraContext) =>
  defineView({
    name: 'federation',
    describes: 'What a target has to know for workload identity federation: issuer, key set, subject and audience.',
    query: z.strictObject({ app: AppName }),
    item: FederationItem,
    watches: ['tenant', 'servicePrincipal', 'job'],
    read: ({ app: name }) => {
      const { view, switches } = context.ports
      const { app } = appAndJob(context, name)
      return [{ key: app.displayName, value: { ...federationValues(view.tenant, app, switches) } }]
    },
  })
