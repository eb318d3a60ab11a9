import type { DirectoryRecord } from '../../directory/record.ts'
import { foldCase, type IndexKey } from '../../directory/view.ts'
import { identityKeys } from './identity-keys.ts'
import { memberFacts } from './member.ts'

export const USER_GROUP_NAME = 'lark.userGroupName'
export const STATUS = 'lark.status'
export const DEPARTMENT = 'lark.department'
export const JOB_TITLE = 'lark.jobTitle'

/** Lark's index keys of a record: what its rules look up, and what its pages count. */
export function larkKeys(record: DirectoryRecord): readonly IndexKey[] {
  return record.kind === 'Group' ? groupKeys(record) : memberKeys(record)
}

/** The value under which members of a source with a status are counted. */
export function statusKey(source: string | null, status: 'Active' | 'Inactive'): string {
  return `${status} ${source ?? ''}`
}

function memberKeys(record: DirectoryRecord): readonly IndexKey[] {
  const { status, values } = memberFacts(record)
  const departments = (values.departmentIDs ?? []).map((id) => ({ index: DEPARTMENT, value: id }))
  const jobTitle = values.jobTitleID === undefined ? [] : [{ index: JOB_TITLE, value: values.jobTitleID }]
  const counted = { index: STATUS, value: statusKey(record.managedBy, status) }
  return [...identityKeys(record), counted, ...departments, ...jobTitle]
}

function groupKeys(record: DirectoryRecord): readonly IndexKey[] {
  const name = record.resource.displayName
  return typeof name === 'string' ? [{ index: USER_GROUP_NAME, value: foldCase(name.trim()) }] : []
}
