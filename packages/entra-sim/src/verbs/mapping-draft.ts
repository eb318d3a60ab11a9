// A mapping as somebody is changing it, before it is saved. Pure.
import { VerbError } from '@scimulator/shared/behaviour'
import type { SynchronizationJob } from '../job/job.ts'
import {
  type AttributeMapping,
  attributeMappingOf,
  filterOfGroups,
  type MappingRowInput,
  type ObjectMapping,
  rowsOf,
  type ScopeGroup,
  type SynchronizationSchema,
} from '../mapping/index.ts'
import { objectMappingOf, withObjectMapping } from '../schema/edit-schema.ts'

/** What is not given is as it is saved. */
export interface MappingDraft {
  readonly enabled?: boolean | undefined
  readonly actions?: readonly string[] | undefined
  readonly rows?: readonly MappingRowInput[] | undefined
  readonly scope?: readonly ScopeGroup[] | undefined
}

/** The schema as it would be with the draft saved. @param made a row in Graph's shape */
export function withDraft(
  schema: SynchronizationSchema,
  type: 'User' | 'Group',
  { enabled, actions, rows, scope }: MappingDraft,
  made: (row: MappingRowInput) => AttributeMapping = attributeMappingOf,
): SynchronizationSchema {
  return withObjectMapping(
    schema,
    type,
    (one): ObjectMapping => ({
      ...one,
      ...(enabled !== undefined && { enabled }),
      ...(actions && { flowTypes: actions.map((action) => (action === 'Create' ? 'Add' : action)).join(', ') }),
      ...(rows && { attributeMappings: [...rowsOf(one.attributeMappings, rows, made)] }),
      ...(scope && { scope: scope.length === 0 ? null : filterOfGroups(scope) }),
    }),
  )
}

/** A row that may be wrong yet: an expression that does not parse stands there as it was typed. */
export function uncheckedMapping(row: MappingRowInput): AttributeMapping {
  const { type, source = '' } = row
  if (type === 'None' || type === 'Constant') return attributeMappingOf(row)
  const expression = type === 'Direct' ? `[${source}]` : source
  const rest = attributeMappingOf({ ...row, type: 'None', source: undefined })
  return { ...rest, source: { type: 'Function', name: '', expression, parameters: [] } }
}

/** @throws VerbError where somebody has taken the mapping out of the schema */
export function mappingOf({ schema }: Pick<SynchronizationJob, 'schema'>, objectType: 'User' | 'Group'): ObjectMapping {
  const mapping = objectMappingOf(schema, objectType)
  if (!mapping) throw new VerbError('not-found', `The job has no mapping of objects of type ${objectType}.`)
  return mapping
}
