import type { SyncedField } from '../values/synced-field.ts'
import type { Circumstances } from './circumstances.ts'
import { syncedDataSource } from './data-source.ts'

/** Lark C03: fields that a sync fills for the first time; from then on their data source is SCIM. */
export function newlySyncedFields(fields: readonly string[], circumstances: Circumstances): readonly SyncedField[] {
  const { lark, source, context, rulesOff } = circumstances
  if (syncedDataSource(rulesOff) !== 'SCIM') return []
  const { organisation, id } = source
  return fields
    .filter((field) => !lark.field(organisation, field))
    .map((field) => ({ organisation, field, source: id, since: context.now }))
}
