import { VerbError } from '@scimulator/shared/behaviour'
import type { ActContext } from '../directory/context.ts'
import type { GroupChanges, GroupFields, UserGroup } from '../directory/user-group.ts'
import type { DirectoryEvent } from '../state/directory-event.ts'
import type { OrgView } from '../state/view.ts'

export function createGroup(
  view: OrgView,
  fields: GroupFields,
  { ids }: ActContext,
): Extract<DirectoryEvent, { kind: 'group-created' }> {
  const group: UserGroup = {
    id: ids.objectId('usergroup'),
    name: fields.name,
    type: 'user_group',
    description: fields.description ?? '',
    email: fields.email ?? '',
    membershipMethod: fields.membershipMethod ?? 'STATIC',
    memberQueryExemptions: fields.memberQueryExemptions ?? [],
    memberSuggestionsNotify: fields.memberSuggestionsNotify ?? false,
    ...(fields.memberQuery ? { memberQuery: fields.memberQuery } : {}),
  }
  refuseTakenName(view, group)
  return { kind: 'group-created', group }
}

/** Changes the fields that are given. Nothing changed gives no event. */
export function updateGroup(view: OrgView, before: UserGroup, fields: GroupChanges): DirectoryEvent | undefined {
  const after: UserGroup = {
    ...before,
    name: fields.name ?? before.name,
    description: fields.description ?? before.description,
    email: fields.email ?? before.email,
    membershipMethod: fields.membershipMethod ?? before.membershipMethod,
    memberQueryExemptions: fields.memberQueryExemptions ?? before.memberQueryExemptions,
    memberSuggestionsNotify: fields.memberSuggestionsNotify ?? before.memberSuggestionsNotify,
    ...(fields.memberQuery ? { memberQuery: fields.memberQuery } : {}),
  }
  refuseTakenName(view, after)
  if (JSON.stringify(after) === JSON.stringify(before)) return undefined
  return { kind: 'group-updated', before, after }
}

export function refuseTakenName(view: OrgView, group: { readonly name: string; readonly id?: string }): void {
  const holder = view.groupByName(group.name)
  if (holder && holder.id !== group.id) {
    throw new VerbError('conflict', `There is a user group named ${holder.name} already (${holder.id})`)
  }
}
