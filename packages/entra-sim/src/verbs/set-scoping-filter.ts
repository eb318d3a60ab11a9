import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSchema } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { type Filter, filterOfGroups, type ScopeClause } from '../mapping/index.ts'
import { withObjectMapping } from '../schema/edit-schema.ts'
import { parseScope } from '../scoping/index.ts'
import { AppName, appAndJob, Clause, ObjectType } from './inputs.ts'

export const setScopingFilterVerb = (context: EntraContext) =>
  defineVerb({
    name: 'set-scoping-filter',
    describes:
      'Sets the scoping filter of a mapping: all clauses of at least one group must hold; no groups, no filter.',
    input: z
      .strictObject({
        app: AppName,
        objectType: ObjectType,
        groups: z.array(z.array(Clause)).optional().describe('Groups of clauses'),
        filter: z.string().optional().describe('As text: [department] EQUALS "Sales" AND [jobTitle] IS NOT NULL OR …'),
      })
      .refine(({ groups, filter }) => (groups === undefined) !== (filter === undefined), 'Give "groups" or "filter".'),
    run: ({ app: name, objectType, groups, filter }) => {
      const { job } = appAndJob(context, name)
      const wanted = filter === undefined ? filterOf(groups ?? []) : filterFromText(filter)
      const scope = wanted.groups.length === 0 ? null : wanted
      putSchema(
        context,
        job,
        withObjectMapping(job.schema, objectType, (one) => ({ ...one, scope })),
      )
    },
  })

function filterFromText(text: string): Filter {
  const parsed = parseScope(text)
  if (parsed.ok) return parsed.filter
  throw new VerbError(
    'invalid',
    `The scoping filter cannot be read at character ${parsed.offset + 1}: ${parsed.message}`,
  )
}

function filterOf(groups: readonly (readonly ScopeClause[])[]): Filter {
  return filterOfGroups(groups.map((clauses, index) => ({ title: `Scoping filter ${index + 1}`, clauses })))
}
