import type { SystemUser } from '../directory/system-user.ts'
import { type MemberRule, readRule, type UserGroup } from '../directory/user-group.ts'
import type { DirectoryEvent } from './directory-event.ts'
import type { OrgView } from './view.ts'

/**
 * What the rules of DYNAMIC_AUTOMATED groups demand after an event: memberships that the rules do not give are taken away again, also
 * those that somebody wrote by hand. Users who are exempted from a group's query are left as they are.
 */
export function recompute(view: OrgView, event: DirectoryEvent): readonly DirectoryEvent[] {
  switch (event.kind) {
    case 'user-created':
      return recomputeUser(view, event.user)
    case 'user-updated':
      return recomputeUser(view, event.after)
    case 'member-added':
    case 'member-removed': {
      const group = view.groups.get(event.groupId)
      const user = view.users.get(event.userId)
      return group && user ? recomputeMember(view, group, user) : []
    }
    case 'group-created':
    case 'group-updated': {
      const group = event.kind === 'group-created' ? event.group : event.after
      return isAutomated(group) ? [...view.users.values()].flatMap((user) => recomputeMember(view, group, user)) : []
    }
    default:
      return []
  }
}

/** What the rules demand of the directory as it stands: a crash may have come between an event and its consequence. */
export function owedByRules(view: OrgView): readonly DirectoryEvent[] {
  if (![...view.groups.values()].some(isAutomated)) return []
  return [...view.users.values()].flatMap((user) => recomputeUser(view, user))
}

function recomputeUser(view: OrgView, user: SystemUser): DirectoryEvent[] {
  return [...view.groups.values()].filter(isAutomated).flatMap((group) => recomputeMember(view, group, user))
}

function recomputeMember(view: OrgView, group: UserGroup, user: SystemUser): DirectoryEvent[] {
  if (!isAutomated(group) || group.memberQueryExemptions.some(({ id }) => id === user._id)) return []
  const isMember = view.membersOf(group.id).has(user._id)
  const fits = matches(group, user)
  if (isMember === fits) return []
  return [{ kind: fits ? 'member-added' : 'member-removed', groupId: group.id, userId: user._id }]
}

function isAutomated(group: UserGroup): boolean {
  return group.membershipMethod === 'DYNAMIC_AUTOMATED' && group.memberQuery !== undefined
}

/** All rules hold. A query without rules fits nobody. */
function matches(group: UserGroup, user: SystemUser): boolean {
  const rules = group.memberQuery?.filters.map(readRule) ?? []
  return rules.length > 0 && rules.every((rule) => holds(rule, user))
}

function holds({ field, operator, value }: MemberRule, user: SystemUser): boolean {
  const actual = Object.hasOwn(user, field) ? String((user as unknown as Record<string, unknown>)[field] ?? '') : ''
  const wanted = Array.isArray(value)
    ? value
    : operator === 'in'
      ? value.split(',').map((part) => part.trim())
      : [value]
  return operator === 'ne' ? !wanted.includes(actual) : wanted.includes(actual)
}
