// Who is in a group, and which applications it has: /api/v1/groups/{groupId}/users and /apps (O918, O944).
import type { Engine } from '../engine.ts'
import { setMember } from '../plan/groups.ts'
import { membersOf } from '../plan/org.ts'
import { requireGroup, requireUser } from './found.ts'
import { type ApiAnswer, type ApiRequest, NO_CONTENT, type Operation, param } from './operation.ts'
import { pageShown } from './paging.ts'
import { renderUser } from './render-user.ts'

const MEMBER = '/api/v1/groups/{groupId}/users/{userId}'

export const groupMemberOperations: readonly Operation[] = [
  {
    method: 'GET',
    template: '/api/v1/groups/{groupId}/users',
    run({ org }, request) {
      const { id } = requireGroup(org, param(request, 'groupId'))
      const rules = { usual: 1_000, most: 1_000 }
      return pageShown(request, membersOf(org, id), rules, (user) => renderUser(user, request.origin))
    },
  },
  { method: 'PUT', template: MEMBER, run: (engine, request) => member(engine, request, true) },
  { method: 'DELETE', template: MEMBER, run: (engine, request) => member(engine, request, false) },
]

/** Somebody who is in already, or not, is told nothing else. */
function member(engine: Engine, request: ApiRequest, isMember: boolean): ApiAnswer {
  const { org, maker } = engine
  const [group, user] = [requireGroup(org, param(request, 'groupId')), requireUser(org, param(request, 'userId'))]
  engine.begin(setMember(org, group, user, isMember, maker))
  return NO_CONTENT
}
