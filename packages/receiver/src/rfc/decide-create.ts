import { type Change, membersChanged } from '../directory/change.ts'
import type { DecisionContext } from '../directory/effects.ts'
import type { DirectoryRecord } from '../directory/record.ts'
import type { DirectoryView } from '../directory/view.ts'
import type { CreateWrite, Decision, SourceContext } from '../profile/profile.ts'
import { memberError, storedMembers } from './members.ts'
import { refused } from './refused.ts'
import type { RfcRules } from './rfc-rules.ts'

export function decideCreate(
  { resourceKind, resource, members }: CreateWrite,
  view: DirectoryView,
  source: SourceContext,
  { now, ids }: DecisionContext,
  rules: RfcRules,
): Decision {
  const error = rules.uniqueness.error(resourceKind, resource, view) ?? memberError(members, view, rules.memberKinds)
  if (error) return refused(error)
  const record: DirectoryRecord = {
    kind: resourceKind,
    id: ids.uuid(resourceKind),
    organisation: source.organisation,
    managedBy: source.id,
    version: 1,
    created: now,
    lastModified: now,
    resource,
    facts: {},
  }
  const changes: Change[] = [{ kind: 'record-put', record }]
  if (members.length > 0) {
    changes.push(membersChanged(record, { removeAll: false, remove: [], add: storedMembers(members) }))
  }
  return { outcome: 'done', id: record.id, changes }
}
