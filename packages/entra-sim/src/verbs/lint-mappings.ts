import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { type Finding, lintSynchronizationSchema } from '../mapping/index.ts'
import { AppName, appAndJob, ObjectType } from './inputs.ts'
import { mappingOf, uncheckedMapping, withDraft } from './mapping-draft.ts'
import { DraftRows } from './mapping-row.ts'

const Input = z.strictObject({
  app: AppName,
  objectType: ObjectType,
  rows: DraftRows,
  profile: z
    .enum(['entra', 'lark'])
    .default('entra')
    .describe('For any SCIM application, or for Lark’s directory sync as well'),
})

export const lintMappingsVerb = (context: EntraContext) =>
  defineVerb({
    name: 'lint-mappings',
    describes: 'Errors and surprises of a mapping, by row; rows need not be saved, and nothing is saved.',
    input: Input,
    changes: false,
    run: ({ app, objectType, rows, profile }) => {
      const { job } = appAndJob(context, app)
      const { name } = mappingOf(job, objectType)
      const schema = withDraft(job.schema, objectType, { rows }, uncheckedMapping)
      const found = lintSynchronizationSchema(schema, profile)
      return found.filter(({ position }) => position.objectMapping === name).map(shownFinding)
    },
  })

/** A finding by the target attribute of its row; null for one about the mapping as a whole. */
function shownFinding({ position, ...said }: Finding) {
  const { targetAttributeName: target, offset, line, column } = position
  return { target, ...said, offset, line, column }
}
