import type { LarkChange } from '../state/lark-change.ts'
import type { MemberValues } from '../values/member.ts'
import type { NamedKind, NamedObject } from '../values/named-object.ts'
import type { LogLine } from './attempt.ts'
import type { MemberNames } from './attribute-rule.ts'
import type { Circumstances } from './circumstances.ts'
import { syncedDataSource } from './data-source.ts'

export interface ResolvedNames {
  readonly values: MemberValues
  readonly changes: readonly LarkChange[]
  readonly lines: readonly LogLine[]
}

/** Lark B03, B08: names become ids; a department or job title that does not exist is created, with data source SCIM. */
export function resolveNames(names: MemberNames, current: MemberValues, circumstances: Circumstances): ResolvedNames {
  const { department, jobTitle, ...texts } = names
  const departmentObject = resolve('department', department, circumstances)
  const titleObject = resolve('job title', jobTitle, circumstances)
  const keepsDepartments = departmentNames(current, circumstances) === department
  const departmentIDs = keepsDepartments ? current.departmentIDs : departmentObject && [departmentObject.object.id]
  const created = [keepsDepartments ? undefined : departmentObject, titleObject].filter((one) => one?.isNew)
  return {
    values: definedOnly({ ...texts, departmentIDs, jobTitleID: titleObject?.object.id }),
    changes: created.map((one) => ({ kind: 'profile:named-put', object: (one as Resolved).object })),
    lines: created.map((one) => createdLine((one as Resolved).object)),
  }
}

interface Resolved {
  readonly object: NamedObject
  readonly isNew: boolean
}

function resolve(kind: NamedKind, name: string | undefined, circumstances: Circumstances): Resolved | undefined {
  if (name === undefined) return undefined
  const { lark, directory, source, context, rulesOff } = circumstances
  const known = lark.named.find(directory.organisation, kind, name)
  if (known) return { object: known, isNew: false }
  const { organisation, id } = source
  const made = { kind, id: context.ids.uuid(kind), organisation, name: name.trim() }
  return { object: { ...made, dataSource: syncedDataSource(rulesOff), source: id, created: context.now }, isNew: true }
}

/** A member that an administrator put into several departments keeps them all while the sync says nothing else. */
function departmentNames({ departmentIDs = [] }: MemberValues, { lark }: Circumstances): string | undefined {
  if (departmentIDs.length === 0) return undefined
  return departmentIDs.map((id) => lark.named.get(id)?.name ?? id).join(', ')
}

function createdLine({ kind, id, name }: NamedObject): LogLine {
  const attributes = [{ attribute: 'Name', scim: kind === 'department' ? 'department' : 'title', old: null, new: name }]
  return { object: kind, objectId: id, name, action: 'created', attributes }
}

function definedOnly(values: { readonly [name: string]: string | readonly string[] | undefined }): MemberValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
