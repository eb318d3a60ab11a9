import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSchema } from '../job/acts.ts'
import { withObjectMapping } from '../job/schema.ts'
import { Filter } from '../mapping/index.ts'
import type { EntraContext } from '../tenant.ts'
import { AppName, appAndJob, ObjectType } from './inputs.ts'

const Clause = z.strictObject({
  attribute: z.string().min(1).describe('Source attribute'),
  operator: z.string().min(1).describe('EQUALS, NOT EQUALS, IS TRUE, REGEX MATCH, INCLUDES, …'),
  value: z.string().optional().describe('Not for unary operators'),
})

export const setScopingFilter = (context: EntraContext) =>
  defineVerb({
    name: 'set-scoping-filter',
    describes:
      'Sets the scoping filter of a mapping: clauses of a group must all hold, one group must hold; none for no filter',
    input: z.strictObject({
      app: AppName,
      objectType: ObjectType,
      groups: z.array(z.array(Clause)).describe('Groups of clauses'),
    }),
    run: ({ app: name, objectType, groups }) => {
      const { job } = appAndJob(context, name)
      const scope = groups.length === 0 ? null : filterOf(groups)
      putSchema(
        context,
        job,
        withObjectMapping(job.schema, objectType, (one) => ({ ...one, scope })),
      )
    },
  })

function filterOf(groups: readonly (readonly z.infer<typeof Clause>[])[]): Filter {
  return Filter.parse({
    groups: groups.map((clauses, index) => ({
      name: `Scoping filter ${index + 1}`,
      clauses: clauses.map(({ attribute, operator, value }) => ({
        operatorName: operator,
        sourceOperandName: attribute,
        targetOperand: { values: value === undefined ? [] : [value] },
      })),
    })),
  })
}
