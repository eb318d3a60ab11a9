// People name things as people do: a user by username, email or id, a group by name or id, an application by its label or id.
import { VerbError } from '@scimulator/shared/behaviour'
import type { Application } from '../directory/application.ts'
import { KEY_ATTRIBUTE, type SystemUser } from '../directory/system-user.ts'
import type { UserGroup } from '../directory/user-group.ts'
import type { OrgView } from './view.ts'

export function findUser(view: OrgView, name: string): SystemUser {
  const user = view.users.get(name) ?? view.userByName(name) ?? view.userByEmail(name) ?? byKey(view, name)
  if (user) return user
  throw new VerbError('not-found', `There is no user "${name}". Name one by username, email, key or id.`)
}

export function findGroup(view: OrgView, name: string): UserGroup {
  const group = view.groups.get(name) ?? view.groupByName(name)
  if (group) return group
  const known = [...view.groups.values()].map((each) => each.name).slice(0, 10)
  throw new VerbError('not-found', `There is no user group "${name}". Known: ${known.join(', ') || 'none'}.`)
}

/** The application of that id or label; without a name, the only one. */
export function findApplication(view: OrgView, name: string | undefined): Application {
  const all = [...view.applications.values()]
  if (name === undefined) {
    const [only, second] = all
    if (only && !second) return only
    const hint = second ? `one of ${all.map((each) => each.displayLabel).join(', ')}` : 'create one first'
    throw new VerbError('invalid', `Which application? Give "application": ${hint}.`)
  }
  const found =
    view.applications.get(name) ?? all.find((each) => each.displayLabel.toLowerCase() === name.toLowerCase())
  if (found) return found
  const known = all.map((each) => each.displayLabel).join(', ') || 'none'
  throw new VerbError('not-found', `There is no application "${name}". Known: ${known}.`)
}

/** `ana` for the person of that key or for ana@example.com, where that is one person. */
function byKey(view: OrgView, name: string): SystemUser | undefined {
  const wanted = `${name.toLowerCase()}@`
  const fitting = [...view.users.values()].filter(
    ({ email, attributes }) =>
      email.toLowerCase().startsWith(wanted) ||
      attributes.some((attribute) => attribute.name === KEY_ATTRIBUTE && attribute.value === name),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}
