import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { textFromSource } from '../mapping/index.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const MappingItem = z.object({
  objectType: z.string(),
  target: z.string().describe('Target attribute'),
  source: z.string().nullable().describe('Attribute, constant or expression, as the portal shows it'),
  matchingPriority: z.number().int(),
  defaultValue: z.string().nullable(),
  flowType: z.string(),
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
