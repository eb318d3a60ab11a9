import type { Change } from '../directory/change.ts'
import type { DirectoryRecord } from '../directory/record.ts'
import type { DirectoryView } from '../directory/view.ts'

/** A resource before and after a write. Undefined: it was not there, or is no more. */
export interface Touched {
  readonly before: DirectoryRecord | undefined
  readonly after: DirectoryRecord | undefined
  readonly hasOtherMembers: boolean
}

/**
 * The resources that changes touch, in their order. Removing somebody puts new versions of the groups too that lose a member.
 * @param view as it is before the changes
 */
export function touchedBy(changes: readonly Change[], view: DirectoryView): readonly Touched[] {
  const isRemoval = changes.some(({ kind }) => kind === 'record-removed')
  const groups = new Set(changes.flatMap((change) => ('group' in change ? [change.group] : [])))
  return changes.flatMap((change): readonly Touched[] => {
    if (change.kind === 'record-put' && 'record' in change) {
      const { record: after } = change
      const before = view.get(after.kind, after.id)
      const losesMember = isRemoval && after.kind === 'Group'
      return [{ before, after, hasOtherMembers: groups.has(after.id) || losesMember }]
    }
    if (change.kind !== 'record-removed' || !('id' in change)) return []
    return [{ before: view.get(change.resourceKind, change.id), after: undefined, hasOtherMembers: false }]
  })
}
