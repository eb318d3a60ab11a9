// What a person has: /api/v1/users/{userId}/groups and /appLinks (O941).
import type { Engine } from '../engine.ts'
import { appUserOf } from '../plan/org.ts'
import { requireUser } from './found.ts'
import { type ApiRequest, type Operation, ok, param } from './operation.ts'
import { renderGroup } from './render-group.ts'

export const userResourceOperations: readonly Operation[] = [
  {
    method: 'GET',
    template: '/api/v1/users/{userId}/groups',
    run({ org }, request) {
      const user = requireUser(org, param(request, 'userId'))
      const groups = org.all('member').flatMap(({ groupId, userId }) => {
        const group = userId === user.id ? org.get('group', groupId) : undefined
        return group ? [renderGroup(group, request.origin)] : []
      })
      return ok(groups)
    },
  },
  {
    method: 'GET',
    template: '/api/v1/users/{userId}/appLinks',
    run: (engine, request) => ok(appLinks(engine, request)),
  },
]

function appLinks({ org }: Engine, request: ApiRequest) {
  const { id } = requireUser(org, param(request, 'userId'))
  const own = org.all('application').flatMap((application) => {
    const appUser = application.status === 'ACTIVE' ? appUserOf(org, application.id, id) : undefined
    return appUser ? [{ application, appUser }] : []
  })
  return own.map(({ application, appUser }, sortOrder) => ({
    ...{ id, label: application.label, linkUrl: `${request.origin}/home/${application.id}`, logoUrl: '' },
    ...{ appName: application.label, appInstanceId: application.id, appAssignmentId: appUser.id },
    ...{ credentialsSetup: false, hidden: false, sortOrder },
  }))
}
