import type { ScimMethod } from '@scimulator/shared/provisioning'
import { urns } from '@scimulator/shared/scim'
import type { Behaviour } from '../behaviour.ts'
import { resourcePath } from './compose.ts'

type Json = Readonly<Record<string, unknown>>

export interface GroupWrite {
  readonly method: ScimMethod
  readonly path: string
  readonly body: Json
}

export interface GroupState {
  readonly targetId: string
  readonly displayName: string
  /** Ids at the target of all members that it should have; only PUT asks for them. */
  members(): readonly string[]
}

/** Members are never empty here: JumpCloud does not create empty groups. */
export function groupCreateBody(
  displayName: string,
  objectId: string,
  members: readonly string[],
  behaviour: Behaviour,
): Json {
  const externalId = behaviour.groupExternalId === 'id' ? { externalId: objectId } : {}
  return { displayName, ...externalId, members: members.map(memberOf), schemas: [urns.group] }
}

export function membershipWrite(
  op: 'add' | 'remove',
  group: GroupState,
  targetIds: readonly string[],
  behaviour: Behaviour,
): GroupWrite {
  if (behaviour.groupUpdateMethod === 'put-full') return putGroup(group)
  return patchGroup(group, membershipOperations(op, targetIds, behaviour))
}

export function renameWrite(group: GroupState, behaviour: Behaviour): GroupWrite {
  if (behaviour.groupUpdateMethod === 'put-full') return putGroup(group)
  const { displayName } = group
  const operation =
    behaviour.groupRename === 'path'
      ? { op: 'replace', path: 'displayName', value: displayName }
      : { op: 'replace', value: { displayName } }
  return patchGroup(group, [operation])
}

/** A value array also for remove: a receiver that ignores it empties the group (Uni-moni: SSO setup with JumpCloud). */
function membershipOperations(op: 'add' | 'remove', targetIds: readonly string[], behaviour: Behaviour): Json[] {
  if (op === 'remove' && behaviour.groupUpdateMethod === 'patch-filter') {
    return targetIds.map((id) => ({ op, path: `members[value eq ${JSON.stringify(id)}]` }))
  }
  return [{ op, path: 'members', value: targetIds.map(memberOf) }]
}

function patchGroup({ targetId }: GroupState, operations: readonly Json[]): GroupWrite {
  return {
    method: 'PATCH',
    path: resourcePath('Groups', targetId),
    body: { Operations: operations, schemas: [urns.patchOp] },
  }
}

function putGroup({ targetId, displayName, members }: GroupState): GroupWrite {
  return {
    method: 'PUT',
    path: resourcePath('Groups', targetId),
    body: { displayName, id: targetId, members: members().map(memberOf), schemas: [urns.group] },
  }
}

function memberOf(value: string): Json {
  return { value }
}
