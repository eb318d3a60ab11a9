import type { Change } from '../directory/change.ts'
import type { DecisionContext } from '../directory/effects.ts'
import type { DirectoryView } from '../directory/view.ts'
import type { Decision, DeleteWrite } from '../profile/profile.ts'

/** The groups that lose a member get a new version, so that an If-Match on the old one fails. */
export function decideDelete({ record }: DeleteWrite, view: DirectoryView, { now }: DecisionContext): Decision {
  const { id, kind, organisation } = record
  const groups = Array.from(view.groupsOf(id).values(), (group): Change => {
    return { kind: 'record-put', record: { ...group, version: group.version + 1, lastModified: now } }
  })
  const removal: Change = { kind: 'record-removed', organisation, resourceKind: kind, id }
  return { outcome: 'done', id, changes: [...groups, removal] }
}
