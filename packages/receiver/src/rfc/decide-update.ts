import { equalJson, type ScimResource } from '@scimulator/shared/scim'
import { type Change, membersChanged } from '../directory/change.ts'
import type { DecisionContext } from '../directory/effects.ts'
import type { DirectoryRecord } from '../directory/record.ts'
import type { DirectoryView } from '../directory/view.ts'
import type { Decision, MembersDelta, PatchWrite, ReplaceWrite } from '../profile/profile.ts'
import { memberError, membersDelta, storedMembers } from './members.ts'
import { refused } from './refused.ts'
import type { RfcRules } from './rfc-rules.ts'

/** What a PUT does not name is gone afterwards, members included (RFC 7644 §3.5.1). */
export function decideReplace(
  { record, resource, members = [] }: ReplaceWrite,
  view: DirectoryView,
  context: DecisionContext,
  rules: RfcRules,
): Decision {
  const delta = record.kind === 'Group' ? membersDelta(record.id, members, view) : undefined
  return decideUpdate(record, resource, delta, view, context, rules)
}

export function decidePatch(
  { record, resource, members }: PatchWrite,
  view: DirectoryView,
  context: DecisionContext,
  rules: RfcRules,
): Decision {
  const delta = members && { ...members, add: storedMembers(members.add) }
  return decideUpdate(record, resource, delta, view, context, rules)
}

/** A write that changes nothing leaves version and lastModified as they are. */
function decideUpdate(
  record: DirectoryRecord,
  resource: ScimResource,
  delta: MembersDelta | undefined,
  view: DirectoryView,
  { now }: DecisionContext,
  { uniqueness, memberKinds }: RfcRules,
): Decision {
  const error =
    uniqueness.error(record.kind, resource, view, record.id) ?? memberError(delta?.add ?? [], view, memberKinds)
  if (error) return refused(error)
  const { id, version } = record
  if (!delta && equalJson(resource, record.resource)) return { outcome: 'done', id, changes: [] }
  const changes: Change[] = [
    { kind: 'record-put', record: { ...record, resource, version: version + 1, lastModified: now } },
  ]
  if (delta) changes.push(membersChanged(record, delta))
  return { outcome: 'done', id, changes }
}
