import { VerbError } from '@scimulator/shared/behaviour'
import { createGroup, updateGroup } from '../acts/group-acts.ts'
import { GroupFields, type UserGroup } from '../directory/user-group.ts'
import type { Engine } from '../engine.ts'
import { v2List } from './lists.ts'
import { type Operation, ok, param } from './operation.ts'

/** What a user group may have (JumpCloud's Swagger, UserGroup). */
export const USER_GROUP_FIELDS: ReadonlySet<string> = new Set([
  ...['id', 'name', 'type', 'description', 'email', 'attributes', 'suggestionCounts', 'organizationObjectId'],
  ...['memberQuery', 'memberQueryExemptions', 'memberSuggestionsNotify', 'membershipMethod'],
])

export const userGroupOperations: readonly Operation[] = [
  {
    method: 'GET',
    template: '/api/v2/usergroups',
    run: ({ view }, request) =>
      v2List(
        request,
        [...view.groups.values()].map((group) => renderUserGroup(view, group)),
        '/api/v2/usergroups',
        USER_GROUP_FIELDS,
      ),
  },
  {
    method: 'POST',
    template: '/api/v2/usergroups',
    run(engine, request) {
      const event = createGroup(engine.view, GroupFields.parse(request.body), engine.context)
      engine.happen(event, request.by)
      return { status: 201, body: renderUserGroup(engine.view, event.group) }
    },
  },
  {
    method: 'GET',
    template: '/api/v2/usergroups/{id}',
    run: ({ view }, request) => ok(renderUserGroup(view, requireGroup(view, param(request, 'id')))),
  },
  {
    method: 'PUT',
    template: '/api/v2/usergroups/{id}',
    run(engine, request) {
      const before = requireGroup(engine.view, param(request, 'id'))
      const event = updateGroup(engine.view, before, GroupFields.parse(request.body))
      if (event) engine.happen(event, request.by)
      return ok(renderUserGroup(engine.view, requireGroup(engine.view, before.id)))
    },
  },
  {
    method: 'DELETE',
    template: '/api/v2/usergroups/{id}',
    run(engine, request) {
      const group = requireGroup(engine.view, param(request, 'id'))
      const body = renderUserGroup(engine.view, group)
      engine.happen({ kind: 'group-deleted', group }, request.by)
      return ok(body)
    },
  },
]

export function requireGroup(view: Engine['view'], id: string): UserGroup {
  const group = view.groups.get(id)
  if (group) return group
  throw new VerbError('not-found', `There is no user group ${id}`)
}

export function renderUserGroup({ organization }: Engine['view'], group: UserGroup): Readonly<Record<string, unknown>> {
  return {
    ...group,
    attributes: {},
    suggestionCounts: { add: 0, remove: 0, total: 0 },
    organizationObjectId: organization?.id ?? '',
  }
}
