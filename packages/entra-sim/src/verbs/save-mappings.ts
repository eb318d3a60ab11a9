import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { putSchema } from '../job/acts.ts'
import { objectMappingOf } from '../job/compiled-job.ts'
import { attributeMappingOf, withObjectMapping } from '../job/schema.ts'
import { filterOfGroups, type MappingRowInput, type ObjectMapping, rowsOf, type ScopeGroup } from '../mapping/index.ts'
import { AppName, appAndJob, Clause, ObjectType } from './inputs.ts'
import { assertParses, MappingRowFields, withTarget } from './set-mapping.ts'
import { assertCanBeOff } from './set-object-actions.ts'

const ScopeGroupInput = z.strictObject({ title: z.string().default(''), clauses: z.array(Clause).min(1) })

export const saveMappings = (context: EntraContext) =>
  defineVerb({
    name: 'save-mappings',
    describes:
      'Saves the page Attribute Mapping as a whole: all of it or nothing, and one initial cycle (Lark D03-D05)',
    input: z.strictObject({
      app: AppName,
      objectType: ObjectType,
      enabled: z.boolean().optional().describe('Switches the mapping on or off'),
      actions: z
        .array(z.enum(['Create', 'Update', 'Delete']))
        .optional()
        .describe('Target Object Actions'),
      rows: z.array(z.strictObject(MappingRowFields)).optional().describe('All rows, in their order'),
      scope: z
        .array(ScopeGroupInput)
        .optional()
        .describe('Source Object Scope: one group must fit; none is all records'),
    }),
    run: ({ app, objectType, ...saved }) => {
      const { job } = appAndJob(context, app)
      assertCanBeOff(objectType, saved.enabled)
      for (const row of saved.rows ?? []) assertParses(row.type, row.source)
      assertOnce(saved.rows ?? [])
      const listed = (saved.rows ?? []).reduce((schema, row) => withTarget(schema, objectType, row.target), job.schema)
      const isKnown = objectMappingOf(job.schema, objectType) !== undefined
      if (!isKnown) throw new VerbError('not-found', `The job has no mapping of objects of type ${objectType}.`)
      putSchema(
        context,
        job,
        withObjectMapping(listed, objectType, (one) => changed(one, saved)),
      )
    },
  })

interface Saved {
  readonly enabled?: boolean | undefined
  readonly actions?: readonly string[] | undefined
  readonly rows?: readonly MappingRowInput[] | undefined
  readonly scope?: readonly ScopeGroup[] | undefined
}

function changed(one: ObjectMapping, { enabled, actions, rows, scope }: Saved): ObjectMapping {
  return {
    ...one,
    ...(enabled !== undefined && { enabled }),
    ...(actions && { flowTypes: actions.map((action) => (action === 'Create' ? 'Add' : action)).join(', ') }),
    ...(rows && { attributeMappings: [...rowsOf(one.attributeMappings, rows, attributeMappingOf)] }),
    ...(scope && { scope: scope.length === 0 ? null : filterOfGroups(scope) }),
  }
}

function assertOnce(rows: readonly MappingRowInput[]): void {
  const twice = rows.find(({ target }, index) => rows.findIndex((one) => one.target === target) < index)
  if (twice) throw new VerbError('conflict', `${twice.target} is mapped twice; change its row instead of adding one.`)
}
