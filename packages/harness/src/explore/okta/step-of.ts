// An act as a step of a scenario file, by the names that people and groups have before it. Pure.
import type { Act, History } from '@scimulator/oracle/okta'
import { stepAtTarget } from '../step-at-target.ts'

export function stepOf(act: Act, history: History): object {
  const { people, groups } = history.source
  const user = 'user' in act ? (people.get(act.user)?.name ?? act.user) : undefined
  const group = 'group' in act ? (groups.get(act.group)?.name ?? act.group) : undefined
  const who = { ...(user === undefined ? {} : { user }), ...(group === undefined ? {} : { group }) }
  switch (act.act) {
    case 'changed-at-target':
    case 'disabled-at-target':
      return stepAtTarget({ act: act.act, user: accountOf(act.user, history) })
    case 'removed-at-target':
      return stepAtTarget({
        act: act.act,
        user: accountOf(act.user, history),
        group: history.teamOf(act.group)?.name ?? act.group,
      })
    case 'create-user':
      return verb('create-user', { login: act.user, email: mailOf(act.user), firstName: act.user, lastName: 'Doe' })
    case 'create-group':
      return verb('create-group', { name: act.group })
    case 'rename-user':
      return verb('update-user', { user, set: { login: act.name } })
    case 'update-user':
      return verb('update-user', { user, set: { title: act.title } })
    case 'rename-group':
      return verb('rename-group', { group, name: act.name })
    case 'push-group':
      return verb('push-group', { group, ...(act.link === undefined ? {} : { link: act.link }) })
    case 'unlink-group':
      return verb('unlink-group', { group, deleteTarget: act.deleteTarget })
    default:
      return verb(act.act, who)
  }
}

/** By the name that the target has. */
function accountOf(user: string, history: History): string {
  return history.accountOf(user)?.userName ?? user
}

function mailOf(user: string): string {
  return `${user}@contoso.example`
}

function verb(name: string, input: object): object {
  return { [`okta.${name}`]: input }
}
