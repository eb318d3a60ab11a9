import { equalJson, type ScimResource } from '@scimulator/shared/scim'
import { type Change, membersChanged } from '../../directory/change.ts'
import type { DirectoryRecord } from '../../directory/record.ts'
import type { CreateWrite, DeleteWrite, MembersDelta, PatchWrite, ReplaceWrite } from '../../profile/profile.ts'
import { type Attempt, type LogLine, unchanged } from '../rules/attempt.ts'
import type { Circumstances } from '../rules/circumstances.ts'
import { syncedDataSource } from '../rules/data-source.ts'
import { keepingExternalId } from '../rules/idp-external-id.ts'
import type { Refusal } from '../rules/member-values.ts'
import { foreignMember, identifyUserGroup, userGroupNameRefusal } from '../rules/user-group.ts'
import { deltaToReplace, memberNames, onlyOwnMembers, withoutNoise } from '../rules/user-group-members.ts'

/** POST /Groups: a new user group, or one made by hand that is associated (B16). */
export function createUserGroup(write: CreateWrite, circumstances: Circumstances): Attempt {
  const resource = keepingExternalId(write.resource, circumstances.rulesOff)
  const name = nameOf(resource)
  const identified = identifyUserGroup(resource, circumstances)
  if (identified.kind === 'refused') return refusedGroup(identified.refusal, null, name)
  const foreign = foreignMember(write.members, circumstances)
  if (foreign) return refusedGroup(foreign, null, name)
  const old = identified.kind === 'associated' ? identified.record : undefined
  const record = recordAfter(resource, old, circumstances)
  const delta: MembersDelta = { removeAll: false, remove: [], add: write.members }
  const action = old ? 'associated' : 'created'
  return putGroup(record, withoutNoise(record, delta, circumstances), { action, old }, circumstances)
}

/** PUT and PATCH /Groups/{id}. */
export function updateUserGroup(write: ReplaceWrite | PatchWrite, circumstances: Circumstances): Attempt {
  const { record } = write
  const resource = keepingExternalId(write.resource, circumstances.rulesOff)
  const asked = write.kind === 'replace' ? deltaToReplace(record, write.members, circumstances) : write.members
  const delta = asked && withoutNoise(record, onlyOwnMembers(record, asked, circumstances), circumstances)
  const changes = !equalJson(resource, record.resource)
  if (!changes && !delta) return unchanged(record.id)
  const refusal = userGroupNameRefusal(resource, record.id, circumstances) ?? foreignMember(delta?.add, circumstances)
  if (refusal) return refusedGroup(refusal, record.id, nameOf(record.resource))
  return putGroup(
    recordAfter(resource, record, circumstances),
    delta,
    { action: 'changed', old: record },
    circumstances,
  )
}

/** DELETE /Groups/{id}: the user group goes, its members stay; the member deletion rule (A08) has no say. */
export function deleteUserGroup({ record }: DeleteWrite): Attempt {
  const { id, organisation, resource } = record
  return {
    ...unchanged(id),
    changes: [{ kind: 'record-removed', organisation, resourceKind: 'Group', id }],
    lines: [{ object: 'user group', objectId: id, name: nameOf(resource), action: 'deleted' }],
  }
}

function putGroup(
  record: DirectoryRecord,
  delta: MembersDelta | undefined,
  happened: { readonly action: LogLine['action']; readonly old: DirectoryRecord | undefined },
  circumstances: Circumstances,
): Attempt {
  const changes: Change[] = [{ kind: 'record-put', record }]
  if (delta) changes.push(membersChanged(record, delta))
  const name = nameOf(record.resource)
  const oldName = happened.old ? nameOf(happened.old.resource) : null
  const renamed = oldName === name ? [] : [{ attribute: 'Name', scim: 'displayName', old: oldName, new: name }]
  const line: LogLine = {
    object: 'user group',
    objectId: record.id,
    name,
    action: happened.action,
    attributes: [...renamed, ...memberNames(delta, circumstances)],
  }
  return { ...unchanged(record.id), changes, lines: [line] }
}

function recordAfter(
  resource: ScimResource,
  old: DirectoryRecord | undefined,
  { source, context, rulesOff }: Circumstances,
): DirectoryRecord {
  return {
    kind: 'Group',
    id: old?.id ?? context.ids.uuid('Group'),
    organisation: source.organisation,
    managedBy: source.id,
    version: (old?.version ?? 0) + 1,
    created: old?.created ?? context.now,
    lastModified: context.now,
    resource,
    facts: { dataSource: syncedDataSource(rulesOff) },
  }
}

function refusedGroup({ rule, error }: Refusal, objectId: string | null, name: string): Attempt {
  return { outcome: 'refused', rule, error, object: 'user group', objectId, name }
}

function nameOf({ displayName }: ScimResource): string {
  return typeof displayName === 'string' ? displayName : '(no name)'
}
