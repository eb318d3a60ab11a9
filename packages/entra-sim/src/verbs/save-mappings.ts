import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSchema } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import type { MappingRowInput } from '../mapping/index.ts'
import { AppName, appAndJob, ObjectType, ScopeGroupInput } from './inputs.ts'
import { mappingOf, withDraft } from './mapping-draft.ts'
import { assertParses, MappingRowFields, withTarget } from './mapping-row.ts'
import { assertCanBeOff } from './set-object-actions.ts'

const Input = z.strictObject({
  app: AppName,
  objectType: ObjectType,
  enabled: z.boolean().optional().describe('Switches the mapping on or off'),
  actions: z
    .array(z.enum(['Create', 'Update', 'Delete']))
    .optional()
    .describe('Target Object Actions'),
  rows: z.array(z.strictObject(MappingRowFields)).optional().describe('All rows, in their order'),
  scope: z.array(ScopeGroupInput).optional().describe('Source Object Scope: one group must fit; none is all records'),
})

export const saveMappingsVerb = (context: EntraContext) =>
  defineVerb({
    name: 'save-mappings',
    describes:
      'Saves the page Attribute Mapping as a whole: all of it or nothing, and one initial cycle (Lark D03-D05).',
    input: Input,
    run: ({ app, objectType, ...saved }) => {
      const { job } = appAndJob(context, app)
      assertCanBeOff(objectType, saved.enabled)
      for (const row of saved.rows ?? []) assertParses(row.type, row.source)
      assertOnce(saved.rows ?? [])
      const listed = (saved.rows ?? []).reduce((schema, row) => withTarget(schema, objectType, row.target), job.schema)
      mappingOf(job, objectType)
      putSchema(context, job, withDraft(listed, objectType, saved))
    },
  })

function assertOnce(rows: readonly MappingRowInput[]): void {
  const twice = rows.find(({ target }, index) => rows.findIndex((one) => one.target === target) < index)
  if (twice) throw new VerbError('conflict', `${twice.target} is mapped twice; change its row instead of adding one.`)
}
