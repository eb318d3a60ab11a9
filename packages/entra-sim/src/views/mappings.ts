import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { textFromSource } from '../mapping/index.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const MappingItem = z.object({
  objectType: z.string().describe('Name of the source object: User or Group'),
  target: z.string().describe('Target attribute'),
  source: z.string().nullable().describe('Attribute, constant or expression, as the portal shows it'),
  matchingPriority: z
    .number()
    .int()
    .describe('Match objects using this attribute, lowest first; 0 where they are not matched by it'),
  defaultValue: z
    .string()
    .nullable()
    .describe('Sent on create where the source gives no value, always where there is no source; null for none'),
  flowType: z.string().describe('When the row is applied, in Microsoft Graph’s words: Always, ObjectAddOnly, …'),
})

export const mappings = (context: EntraContext) =>
  defineView({
    name: 'mappings',
    describes: 'The rows of the attribute mappings.',
    query: z.strictObject({ app: AppName }),
    item: MappingItem,
    watches: ['job', 'servicePrincipal'],
    read: ({ app }) =>
      appAndJob(context, app)
        .job.schema.synchronizationRules.flatMap((rule) => rule.objectMappings)
        .flatMap((mapping) =>
          mapping.attributeMappings.map((row) => ({
            key: `${mapping.sourceObjectName} ${row.targetAttributeName}`,
            value: {
              objectType: mapping.sourceObjectName,
              target: row.targetAttributeName,
              source: row.source === null ? null : textFromSource(row.source),
              matchingPriority: row.matchingPriority,
              defaultValue: row.defaultValue,
              flowType: row.flowType,
            },
          })),
        ),
  })
