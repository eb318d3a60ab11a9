import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { Features, KINDS } from '../values/application.ts'
import { NoQuery } from './queries.ts'

export function applicationsView({ org }: Engine) {
  return defineView({
    name: 'applications',
    describes: 'Applications by label, with their features and mappings.',
    query: NoQuery,
    item: z.object({
      id: z.string().describe('Id at Okta'),
      kind: z.enum(KINDS).describe('Made by the wizard, or from the catalogue'),
      baseUrl: z.string().optional().describe('SCIM connector base URL; absent while provisioning is not enabled'),
      features: Features.describe('Features of provisioning'),
      mappings: z.array(z.string()).describe("Each as Okta's attribute, an arrow and the external name"),
    }),
    watches: ['application'],
    read: () =>
      org.all('application').map(({ id, label, kind, connection, features, mappings }) => ({
        key: label,
        value: {
          ...{ id, kind, features, ...(connection && { baseUrl: connection.baseUrl }) },
          mappings: mappings.map(({ source, externalName }) => `${source} → ${externalName}`),
        },
      })),
  })
}
