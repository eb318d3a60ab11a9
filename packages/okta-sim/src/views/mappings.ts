import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { ByApplication } from './queries.ts'

export function mappingsView({ org }: Engine) {
  return defineView({
    name: 'mappings',
    describes: 'Attribute mappings of applications, by the name that the attribute has at the endpoint.',
    query: ByApplication,
    item: z.object({
      application: z.string().describe('Label'),
      externalNamespace: z.string().describe('URN of the schema that has it'),
      source: z.string().describe("Attribute of Okta's profile, emailType, or an expression"),
      pushStatus: z.enum(['PUSH', 'DONT_PUSH']).describe('On create and update, or on create only'),
    }),
    watches: ['application'],
    read: ({ application }) =>
      org
        .all('application')
        .filter(({ label }) => application === undefined || label === application)
        .flatMap(({ label, mappings }) =>
          mappings.map(({ externalName, externalNamespace, source, pushStatus }) => ({
            key: externalName,
            value: { application: label, externalNamespace, source, pushStatus },
          })),
        ),
  })
}
