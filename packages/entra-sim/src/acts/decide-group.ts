// What administrators do to groups and their members, as changes.
import { VerbError } from '@scimulator/shared/behaviour'
import type { Ids } from '@scimulator/shared/runtime'
import type { EntraSwitches } from '../behaviour.ts'
import { type EntraGroup, isDynamic, type RuleProcessing } from '../directory/entra-group.ts'
import { parseMembershipRule } from '../directory/membership-rule.ts'
import type { SourceChange } from '../state/change.ts'
import { membersByRule } from '../state/dynamic-membership.ts'
import type { EntraView } from '../state/state.ts'
import { assignmentsOf } from './decide-assignment.ts'

export interface NewGroup {
  readonly displayName: string
  readonly description?: string | undefined
  readonly mailNickname?: string | undefined
  readonly type?: 'security' | 'microsoft365' | undefined
  readonly securityEnabled?: boolean | undefined
  /** Makes the membership dynamic: `user.department -eq "Sales"`. */
  readonly membershipRule?: string | undefined
  readonly membershipRuleProcessingState?: RuleProcessing | undefined
}

export function createGroup(view: EntraView, input: NewGroup, now: number, ids: Ids): [EntraGroup, SourceChange[]] {
  const isUnified = input.type === 'microsoft365'
  if (input.membershipRule !== undefined) assertRule(input.membershipRule)
  const mailNickname = input.mailNickname ?? input.displayName.replace(/[^A-Za-z0-9._-]/g, '')
  const group: EntraGroup = {
    id: ids.uuid('Group'),
    displayName: input.displayName,
    ...(input.description !== undefined && { description: input.description }),
    mailNickname,
    ...(isUnified && { mail: `${mailNickname}@${view.tenant.defaultDomain}` }),
    mailEnabled: isUnified,
    securityEnabled: input.securityEnabled ?? true,
    groupTypes: [
      ...(isUnified ? (['Unified'] as const) : []),
      ...(input.membershipRule === undefined ? [] : (['DynamicMembership'] as const)),
    ],
    ...ruleOf(input),
    createdAt: now,
  }
  return [group, [put(group), ...membersByRule(view, group)]]
}

/** The rule is kept with its state, which only a dynamic group has. */
function ruleOf({ membershipRule, membershipRuleProcessingState }: NewGroup): Partial<EntraGroup> {
  if (membershipRule === undefined) return {}
  const isStopped = membershipRuleProcessingState === 'Paused'
  return { membershipRule, ...(isStopped && { membershipRuleProcessingState }) }
}

export interface GroupUpdate {
  readonly displayName?: string | undefined
  /** Null takes it away. */
  readonly description?: string | null | undefined
  readonly mailNickname?: string | undefined
  readonly securityEnabled?: boolean | undefined
  readonly membershipRule?: string | undefined
  readonly membershipRuleProcessingState?: RuleProcessing | undefined
}

/** A rule that is changed while it is paused is followed once it is processed again. */
export function updateGroup(view: EntraView, group: EntraGroup, update: GroupUpdate): SourceChange[] {
  const { membershipRule, membershipRuleProcessingState: state } = update
  assertLive(group)
  if (membershipRule !== undefined) assertRule(membershipRule)
  const concernsRule = membershipRule !== undefined || state !== undefined
  if (concernsRule && !isDynamic(group))
    throw new VerbError('refused', `The members of "${group.displayName}" are assigned, not dynamic.`)
  const { description: before, ...rest } = group
  const description = update.description === undefined ? before : (update.description ?? undefined)
  const next: EntraGroup = {
    ...rest,
    displayName: update.displayName ?? group.displayName,
    mailNickname: update.mailNickname ?? group.mailNickname,
    securityEnabled: update.securityEnabled ?? group.securityEnabled,
    ...(description !== undefined && { description }),
    ...(membershipRule !== undefined && { membershipRule }),
    ...(state !== undefined && { membershipRuleProcessingState: state }),
  }
  return [put(next), ...(concernsRule ? membersByRule(view, next) : [])]
}

/** Microsoft 365 groups go to the bin for 30 days; whether security groups do is a switch. */
export function deleteGroup(
  view: EntraView,
  group: EntraGroup,
  now: number,
  { securityGroupDelete }: EntraSwitches,
): SourceChange[] {
  if (group.deletedAt !== undefined) throw new VerbError('conflict', `"${group.displayName}" is in the bin already.`)
  const goesToBin = group.groupTypes.includes('Unified') || securityGroupDelete === 'bin'
  return goesToBin ? [put({ ...group, deletedAt: now })] : purgeGroup(view, group)
}

/** With its assignments, which count again; users who changed meanwhile are held against the rule of a dynamic group. */
export function restoreGroup(view: EntraView, group: EntraGroup): SourceChange[] {
  const { deletedAt, ...rest } = group
  if (deletedAt === undefined)
    throw new VerbError('conflict', `"${group.displayName}" is not deleted; nothing to restore.`)
  return [put(rest), ...assignmentsOf(view, group.id, true), ...membersByRule(view, rest)]
}

export function purgeGroup(view: EntraView, group: EntraGroup): SourceChange[] {
  const members = [...view.memberships.rightsOf(group.id)].map((id) => membership(group.id, id, false))
  const parents = [...view.memberships.leftsOf(group.id)].map((id) => membership(id, group.id, false))
  const ends = assignmentsOf(view, group.id, false)
  return [...members, ...parents, ...ends, { kind: 'group', id: group.id, value: null }]
}

export function addMember(view: EntraView, group: EntraGroup, memberId: string): SourceChange[] {
  assertLive(group)
  assertAssigned(group)
  const member = view.users.get(memberId) ?? view.groups.get(memberId)
  if (member?.deletedAt !== undefined)
    throw new VerbError('not-found', `The object ${memberId} is deleted; restore it first.`)
  if (memberId === group.id) throw new VerbError('invalid', `"${group.displayName}" cannot be a member of itself.`)
  if (view.memberships.has(group.id, memberId)) {
    throw new VerbError('conflict', `The object ${memberId} is a member of "${group.displayName}" already.`)
  }
  return [membership(group.id, memberId, true)]
}

export function removeMember(view: EntraView, group: EntraGroup, memberId: string): SourceChange[] {
  assertLive(group)
  assertAssigned(group)
  if (!view.memberships.has(group.id, memberId)) {
    throw new VerbError('not-found', `The object ${memberId} is no member of "${group.displayName}".`)
  }
  return [membership(group.id, memberId, false)]
}

export function membership(id: string, memberId: string, present: boolean): SourceChange {
  return { kind: 'membership', id, memberId, present }
}

function put(group: EntraGroup): SourceChange {
  return { kind: 'group', id: group.id, value: group }
}

function assertLive(group: EntraGroup): void {
  if (group.deletedAt === undefined) return
  throw new VerbError('not-found', `"${group.displayName}" is deleted; restore it first.`)
}

function assertAssigned(group: EntraGroup): void {
  if (!isDynamic(group)) return
  throw new VerbError(
    'refused',
    `The members of "${group.displayName}" follow its membership rule; change the rule or the users.`,
  )
}

function assertRule(text: string): void {
  const rule = parseMembershipRule(text)
  if ('problem' in rule) throw new VerbError('invalid', `The membership rule cannot be used: ${rule.problem}`)
}
