import { quoteForDetail, ScimError } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import { memberFacts, memberName } from '../values/member.ts'
import type { Attempt, LogLine } from './attempt.ts'
import type { Circumstances } from './circumstances.ts'
import { writtenBy } from './field-sources.ts'
import { namesOf } from './member-values.ts'

/** Lark A08: what a SCIM DELETE of a user does is the sync source's member deletion rule. */
export function deleteMember(record: DirectoryRecord, circumstances: Circumstances): Attempt {
  const { source, rulesOff } = circumstances
  const rule = rulesOff.has('A08') ? 'deactivate' : source.memberDeletionRule
  if (rule === 'reject') return rejected(record)
  return rule === 'delete' ? deletedMember(record, circumstances) : deactivatedMember(record, circumstances)
}

function rejected(record: DirectoryRecord): Attempt {
  const name = memberName(record)
  const error = new ScimError(
    'forbidden',
    `The member deletion rule of this sync source rejects deletions: ${quoteForDetail(name)} stays as it is.`,
  )
  return { outcome: 'refused', rule: 'A08', error, object: 'member', objectId: record.id, name }
}

/** The member goes to the deleted members, where it can be restored for 30 days (A13). */
function deletedMember(record: DirectoryRecord, circumstances: Circumstances): Attempt {
  const { source, context } = circumstances
  const { id, organisation } = record
  return {
    ...done(record, lineOf(record, 'deleted', circumstances)),
    changes: [
      { kind: 'record-removed', organisation, resourceKind: 'User', id },
      { kind: 'profile:deleted-put', deleted: { record, deletedAt: context.now, deletedBy: source.id } },
    ],
  }
}

/** The member becomes inactive, and stays visible over SCIM with `active: false`. */
function deactivatedMember(record: DirectoryRecord, circumstances: Circumstances): Attempt {
  const facts = memberFacts(record)
  if (facts.deactivatedByDelete) return { ...done(record), changes: [] }
  const after: DirectoryRecord = {
    ...record,
    version: record.version + 1,
    lastModified: circumstances.context.now,
    resource: { ...record.resource, active: false },
    facts: { ...facts, status: 'Inactive', deactivatedByDelete: true, ...writtenBy('SCIM', facts, ['status']) },
  }
  const attributes = [{ attribute: 'status', scim: 'active', old: facts.status, new: 'Inactive' }]
  const line = {
    ...lineOf(record, 'deactivated', circumstances),
    attributes: facts.status === 'Active' ? attributes : [],
  }
  return { ...done(record, line), changes: [{ kind: 'record-put', record: after }] }
}

function done(record: DirectoryRecord, ...lines: readonly LogLine[]) {
  return { outcome: 'done', id: record.id, lines, fields: [], messages: [] } as const
}

function lineOf(record: DirectoryRecord, action: LogLine['action'], { lark }: Circumstances): LogLine {
  const { department = null, jobTitle = null } = namesOf(memberFacts(record).values, lark)
  return { object: 'member', objectId: record.id, name: memberName(record), action, department, jobTitle }
}
