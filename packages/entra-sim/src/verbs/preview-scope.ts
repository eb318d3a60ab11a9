import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { compiledJob, schemaProblems } from '../compiled/compiled-job.ts'
import type { EntraContext } from '../context.ts'
import { previewScope } from '../cycle/preview-scope.ts'
import { openSession } from '../cycle/session.ts'
import type { SynchronizationSchema } from '../mapping/index.ts'
import { AppName, appAndJob, isSyncAll, ObjectType, ScopeGroupInput, SyncScope } from './inputs.ts'
import { withDraft } from './mapping-draft.ts'

const Input = z.strictObject({
  app: AppName,
  objectType: ObjectType,
  groups: z
    .array(ScopeGroupInput)
    .optional()
    .describe('Source Object Scope: one group must fit; none is all records; as it is saved without it'),
  syncScope: SyncScope.optional().describe('As it is saved without it'),
})

export const previewScopeVerb = (context: EntraContext) =>
  defineVerb({
    name: 'preview-scope',
    describes:
      'Who would come into scope and who would leave it, before a filter or a scope is saved; changes nothing.',
    input: Input,
    changes: false,
    run: ({ app, objectType, groups, syncScope }) => {
      const { job } = appAndJob(context, app)
      const { plan } = openSession(context.ports, job, 'rehearsal')
      const schema = withDraft(job.schema, objectType, { scope: groups })
      assertCanBeSaved(schema)
      return previewScope(objectType, plan, {
        ...plan,
        compiled: compiledJob(schema),
        ...(syncScope !== undefined && { syncAll: isSyncAll(syncScope) }),
      })
    },
  })

/** @throws VerbError in the words of a save */
function assertCanBeSaved(schema: SynchronizationSchema): void {
  const [problem] = schemaProblems(schema)
  if (problem) throw new VerbError('invalid', problem.message)
}
