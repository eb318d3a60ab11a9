import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const SchemaItem = z
  .object({
    directories: z.array(z.unknown()).describe('Source and target, with their objects and the attributes of these'),
    synchronizationRules: z.array(z.unknown()).describe('Rules with the object mappings and their rows'),
  })
  .catchall(z.unknown())

export const schema = (context: EntraContext) =>
  defineView({
    name: 'schema',
    describes: 'The synchronizationSchema of an app’s job, as Microsoft Graph has it.',
    query: z.strictObject({ app: AppName.describe('Name or id of the app; without it there is nothing') }),
    item: SchemaItem,
    watches: ['job', 'servicePrincipal'],
    read: ({ app: name }) => {
      if (name === undefined) return []
      const { app, job } = appAndJob(context, name)
      return [{ key: app.displayName, value: { ...job.schema } }]
    },
  })
