import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import type { DirectoryView, RecordSet } from '../../directory/view.ts'
import type { RulesOff } from '../values/rule-id.ts'

/**
 * Lark A17: over SCIM a source sees only what it manages. Members made by hand stay invisible until a create associates them, or an
 * identity provider that looks before it creates would never come to A10 and A11.
 */
export function seenRecords(kind: ResourceKind, view: DirectoryView, source: string, rulesOff: RulesOff): RecordSet {
  return rulesOff.has('A17') ? view.all(kind) : view.lookup(kind, 'managedBy', source)
}

export function isSeen(record: DirectoryRecord, source: string, rulesOff: RulesOff): boolean {
  return record.managedBy === source || rulesOff.has('A17')
}
