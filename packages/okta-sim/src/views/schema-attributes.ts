import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { ByApplication } from './queries.ts'

export function schemaAttributesView({ org }: Engine) {
  return defineView({
    name: 'schema-attributes',
    describes: 'Add Attribute of the Profile Editor: what import-user-schema has found, by schema and external name.',
    query: ByApplication,
    item: z.object({
      application: z.string().describe('Label'),
      externalName: z.string().describe('As set-mapping takes it'),
      externalNamespace: z.string().describe('URN of the schema that has it'),
      type: z.string().describe('string, boolean, complex and so on'),
      multiValued: z.boolean().describe('Whether it is a list'),
    }),
    watches: ['application'],
    read: ({ application }) =>
      org
        .all('application')
        .filter(({ label }) => (application ?? label) === label)
        .flatMap(({ label, schema = [] }) =>
          schema.map((one) => ({
            key: `${one.externalNamespace}:${one.externalName}`,
            value: { application: label, ...one },
          })),
        ),
  })
}
