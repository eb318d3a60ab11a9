// Members of dynamic groups follow their rule. The directory evaluates it when a user or the rule changes, unless the processing is
// paused (Graph group: membershipRuleProcessingState); provisioning sees only the memberships that come and go. Those of a user in
// the bin rest until the user is restored.

import { type EntraGroup, isPaused } from '../directory/entra-group.ts'
import type { EntraUser } from '../directory/entra-user.ts'
import { fulfills, type MembershipRule, parseMembershipRule } from '../directory/membership-rule.ts'
import type { SourceChange } from './change.ts'
import type { EntraView } from './state.ts'

/** What the new form of a user means for the dynamic groups. Costs one evaluation for each dynamic group. */
export function dynamicMembershipChanges(view: EntraView, user: EntraUser): SourceChange[] {
  return [...view.dynamicGroupIds()].flatMap((id) => {
    const group = view.groups.get(id)
    return group ? membershipChange(view, group, user, ruleOf(group)) : []
  })
}

/** All changes that bring a dynamic group's members in line with its rule; none while the processing is paused. */
export function membersByRule(view: EntraView, group: EntraGroup): SourceChange[] {
  if (group.membershipRule === undefined || isPaused(group)) return []
  const rule = ruleOf(group)
  return [...view.users.values()].flatMap((user) => membershipChange(view, group, user, rule))
}

function membershipChange(view: EntraView, group: EntraGroup, user: EntraUser, rule: MembershipRule): SourceChange[] {
  if (user.deletedAt !== undefined) return []
  const present = fulfills(user, rule)
  if (present === view.memberships.has(group.id, user.id)) return []
  return [{ kind: 'membership', id: group.id, memberId: user.id, present }]
}

const RULES = new WeakMap<EntraGroup, MembershipRule>()

/** Rules are checked before they are stored; one that no longer parses has no members. */
function ruleOf(group: EntraGroup): MembershipRule {
  const known = RULES.get(group)
  if (known) return known
  const parsed = parseMembershipRule(group.membershipRule ?? '')
  const rule = 'problem' in parsed ? [] : parsed
  RULES.set(group, rule)
  return rule
}
