import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { endsOf } from '../compiled/compiled-job.ts'
import type { EntraContext } from '../context.ts'
import { objectContext } from '../cycle/context-of-object.ts'
import { openSession } from '../cycle/session.ts'
import { sourceName } from '../cycle/source-name.ts'
import { type TriedRow, tryMapping } from '../mapping/index.ts'
import { AppName, appAndJob, GroupName, ObjectType, principalOf, UserName } from './inputs.ts'
import { mappingOf, uncheckedMapping, withDraft } from './mapping-draft.ts'
import { DraftRows } from './mapping-row.ts'

export const tryMappingsVerb = (context: EntraContext) =>
  defineVerb({
    name: 'try-mappings',
    describes: 'What each row of a mapping gives for one user or group; rows need not be saved, and nothing is sent.',
    input: z
      .strictObject({
        app: AppName,
        objectType: ObjectType,
        rows: DraftRows,
        user: UserName.optional(),
        group: GroupName.optional(),
      })
      .refine(
        ({ objectType, user, group }) =>
          (objectType === 'User') === (user !== undefined) && (user ?? group) !== undefined,
        'Give a "user" for the mapping of users, a "group" for that of groups.',
      ),
    changes: false,
    run: ({ app, objectType, rows, user, group }) => {
      const { ports } = context
      const { job } = appAndJob(context, app)
      const { objectId } = principalOf(context, { user, group })
      const draft = { ...job, schema: withDraft(job.schema, objectType, { rows }, uncheckedMapping) }
      const mapping = mappingOf(draft, objectType)
      const session = openSession(ports, job, 'rehearsal')
      const { source, environment, targetId } = objectContext(ports, session, {
        ...{ objectType, objectId },
        isSoftDeleted: false,
      })
      const operation = targetId === undefined ? ('create' as const) : ('update' as const)
      const tried = tryMapping(mapping, endsOf(draft.schema, mapping, objectType), source, environment, operation)
      const nameOf = (id: string) => sourceName(ports, 'User', id) ?? id
      return {
        name: sourceName(ports, objectType, objectId) ?? objectId,
        operation,
        rows: tried.map((row) => (row.outcome === 'reference' ? withNames(row, nameOf) : row)),
      }
    },
  })

/** A reference is told by whom it points to. */
function withNames(row: TriedRow, nameOf: (id: string) => string): TriedRow {
  return { ...row, values: row.values.map(nameOf) }
}
