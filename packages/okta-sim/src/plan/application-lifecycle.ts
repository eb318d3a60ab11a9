// An application comes to rest, goes on, and ends (O921). Nothing is sent when it comes to rest; who has changed meanwhile is sent when it goes on.
import { VerbError } from '@scimulator/shared/behaviour'
import type { Application } from '../values/application.ts'
import { saved } from './applications.ts'
import { put, type Step } from './changes.ts'
import { type Org, pair } from './org.ts'
import { withFollowing } from './people.ts'
import { appTarget, type Maker } from './reconcile.ts'

export function setApplicationActive(org: Org, application: Application, isActive: boolean, maker: Maker): Step {
  const next: Application = { ...application, status: isActive ? 'ACTIVE' : 'INACTIVE' }
  const own = saved(next, `application.lifecycle.${isActive ? 'activate' : 'deactivate'}`, maker)
  return isActive ? withFollowing(org, own, org.all('user'), maker, application.id) : own
}

export function renameApplication(application: Application, label: string, maker: Maker): Step {
  return saved({ ...application, label }, 'application.lifecycle.update', maker)
}

/** The people lose it; their accounts at the endpoint stay as they are. */
export function deleteApplication(org: Org, application: Application): Step {
  const { id: appId, status } = application
  if (status !== 'INACTIVE') throw new VerbError('conflict', 'Deactivate the application before it is deleted.')
  const isOwn = (one: { readonly appId: string }): boolean => one.appId === appId
  return {
    changes: [
      put('application', appId, null),
      ...org
        .all('assignment')
        .filter(isOwn)
        .map(({ id }) => put('assignment', pair(appId, id), null)),
      ...org
        .all('appUser')
        .filter(isOwn)
        .map(({ userId }) => put('appUser', pair(appId, userId), null)),
      ...org
        .all('groupPush')
        .filter(isOwn)
        .map(({ id }) => put('groupPush', id, null)),
      ...org
        .all('job')
        .filter(isOwn)
        .map(({ id }) => put('job', id, null)),
      put('importRun', appId, null),
      ...org
        .all('task')
        .filter(isOwn)
        .map(({ id }) => put('task', id, null)),
    ],
    log: [{ eventType: 'application.lifecycle.delete', target: [appTarget(application)] }],
  }
}
