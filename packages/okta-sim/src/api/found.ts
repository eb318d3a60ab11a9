// What a path names, or the answer that it is not there (O906, O942).
import type { Org } from '../plan/org.ts'
import type { Application } from '../values/application.ts'
import type { Group } from '../values/group.ts'
import type { User } from '../values/user.ts'
import { notFound } from './api-error.ts'

/** By id, login, or the login's part before the @ where one person alone has it (O941). */
export function requireUser(org: Org, name: string): User {
  const known = org.get('user', name) ?? org.all('user').find(({ profile }) => profile.login === name)
  if (known) return known
  const [short, ...more] = org.all('user').filter(({ profile }) => profile.login.split('@')[0] === name)
  if (short && more.length === 0) return short
  throw notFound(name, 'User')
}

export function requireApplication(org: Org, id: string): Application {
  const application = org.get('application', id)
  if (application) return application
  throw notFound(id, 'AppInstance')
}

export function requireGroup(org: Org, id: string): Group {
  const group = org.get('group', id)
  if (group) return group
  throw notFound(id, 'UserGroup')
}
