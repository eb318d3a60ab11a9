import { quoteForDetail, ScimError } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import type { Call } from '../request/call.ts'

/** The record behind an id, if the source may see it. @throws ScimError 404 */
export function findVisible(call: Call, kind: ResourceKind, id: string): DirectoryRecord {
  const record = call.view.get(kind, id)
  if (record && call.profile.isVisible(record, call.source)) return record
  throw new ScimError('notFound', `There is no ${kind} with id ${quoteForDetail(id)}.`)
}
