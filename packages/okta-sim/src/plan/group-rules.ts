// What group rules make of people (O822, O920). Pure.
import { VerbError } from '@scimulator/shared/behaviour'
import { evaluate, Failure, parseExpression, SyntaxFault } from '../expression/index.ts'
import type { Group, Member } from '../values/group.ts'
import type { GroupRule } from '../values/group-rule.ts'
import type { User } from '../values/user.ts'
import { after } from './after.ts'
import { type Change, put, type Step, steps } from './changes.ts'
import { pushAgain } from './group-pushes.ts'
import { type Org, pair } from './org.ts'
import { type Maker, userTarget } from './reconcile.ts'

/** Made INACTIVE (O920). @throws VerbError for a name that is taken, or an expression that is wrong */
export function createRule(org: Org, rule: Pick<GroupRule, 'name' | 'expression' | 'groupIds'>, maker: Maker): Step {
  if (org.all('groupRule').some(({ name }) => name === rule.name))
    throw new VerbError('conflict', `There is a group rule "${rule.name}" already.`)
  assertCondition(rule.expression)
  const at = new Date(maker.now).toISOString()
  const made: GroupRule = { id: maker.id('0pr'), ...rule, status: 'INACTIVE', created: at, lastUpdated: at }
  return { changes: [put('groupRule', made.id, made)], log: [] }
}

/** While it is INACTIVE (O920). */
export function changeRule(
  rule: GroupRule,
  changed: Pick<GroupRule, 'name' | 'expression' | 'groupIds'>,
  maker: Maker,
): Step {
  if (rule.status !== 'INACTIVE') throw new VerbError('conflict', `The rule is ${rule.status}; it has to be INACTIVE.`)
  assertCondition(changed.expression)
  return { changes: [setRuleStatus({ ...rule, ...changed }, 'INACTIVE', maker)], log: [] }
}

function assertCondition(expression: string): void {
  const unfit = /\bConvert\.\w+/.exec(expression)?.[0]
  try {
    parseExpression(expression)
    if (unfit === undefined) return
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    throw wrong(error.message)
  }
  throw wrong(`${unfit} cannot stand in a group rule`)
}

function wrong(why: string): VerbError {
  const message = `The expression is wrong: ${why}.`
  return new VerbError('invalid', message, [{ path: ['expression'], message }])
}

export function setRuleStatus(rule: GroupRule, status: GroupRule['status'], maker: Maker): Change {
  return put('groupRule', rule.id, { ...rule, status, lastUpdated: new Date(maker.now).toISOString() })
}

interface Ruled {
  /** People come into groups, and go. */
  readonly members: Step
  /** Pushed groups are told of it, after the people's own applications. */
  readonly pushes: (org: Org) => Step
}

/** Who is not ACTIVE stays where they are. Who was put in by hand does too. */
export function ruled(org: Org, users: readonly User[], maker: Maker): Ruled {
  const rules = org.all('groupRule').filter(({ status }) => status === 'ACTIVE')
  const touched = new Map<string, Group>()
  const moves = (rules.length === 0 ? [] : users)
    .filter(({ status }) => status === 'ACTIVE')
    .flatMap((user) => movesOf(org, rules, user))
  for (const { group } of moves) touched.set(group.id, group)
  const changed = [...touched.values()].map((group) =>
    put('group', group.id, { ...group, lastMembershipUpdated: new Date(maker.now).toISOString() }),
  )
  return {
    members: steps(...moves.map(({ step }) => step), { changes: changed, log: [] }),
    pushes: (org) => steps(...[...touched.values()].map((group) => pushAgain(org, group, maker))),
  }
}

interface Move {
  readonly group: Group
  readonly step: Step
}

function movesOf(org: Org, rules: readonly GroupRule[], user: User): readonly Move[] {
  const wanted = new Map(
    rules
      .filter((rule) => fits(rule, user))
      .flatMap(({ id, groupIds }) => groupIds.map((groupId) => [groupId, id] as const)),
  )
  const active = new Set(rules.map(({ id }) => id))
  const comes = [...wanted].filter(([groupId]) => org.get('member', pair(groupId, user.id)) === undefined)
  const goes = org
    .all('member')
    .filter(({ userId, groupId, ruleId = '' }) => userId === user.id && active.has(ruleId) && !wanted.has(groupId))
  return [
    ...goes.flatMap(({ groupId }) => moved(org, user, groupId, null)),
    ...comes.flatMap(([groupId, ruleId]) => moved(org, user, groupId, { groupId, userId: user.id, ruleId })),
  ]
}

function moved(org: Org, user: User, groupId: string, value: Member | null): readonly Move[] {
  const group = org.get('group', groupId)
  if (group === undefined) return []
  const target = [userTarget(user), { id: group.id, type: 'UserGroup', displayName: group.name } as const]
  const log = [{ eventType: `group.user_membership.${value ? 'add' : 'remove'}`, target, isJob: true as const }]
  return [{ group, step: { changes: [put('member', pair(groupId, user.id), value)], log } }]
}

/** An expression that fails for somebody, or is neither true nor false, does not fit them. */
function fits({ expression }: GroupRule, { profile }: User): boolean {
  try {
    return evaluate(parseExpression(expression), profile, 'empty') === true
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

/** A rule whose group goes is INVALID, and does nothing more. */
export function rulesWithout(org: Org, groupId: string, maker: Maker): readonly Change[] {
  const broken = org.all('groupRule').filter(({ groupIds }) => groupIds.includes(groupId))
  return broken.map((rule) => setRuleStatus(rule, 'INVALID', maker))
}

/** The rule goes, and with it whom it has put in if somebody says so. @returns who has left a group */
export function withoutRule(
  org: Org,
  rule: GroupRule,
  removesUsers: boolean,
): { readonly step: Step; readonly users: readonly User[] } {
  const own = org.all('member').filter(({ ruleId }) => ruleId === rule.id)
  const moves = removesUsers
    ? own.flatMap(({ groupId, userId }) => {
        const user = org.get('user', userId)
        return user ? moved(org, user, groupId, null) : []
      })
    : []
  const kept = removesUsers
    ? []
    : own.map(({ groupId, userId }) => put('member', pair(groupId, userId), { groupId, userId }))
  const gone = { changes: [put('groupRule', rule.id, null), ...kept], log: [] }
  const users = removesUsers ? own.flatMap(({ userId }) => org.get('user', userId) ?? []) : []
  return { step: steps(gone, ...moves.map(({ step }) => step)), users }
}

export function pushesOfRule(org: Org, { groupIds }: GroupRule, changes: readonly Change[], maker: Maker): Step {
  const next = after(org, changes)
  return steps(...groupIds.flatMap((id) => next.get('group', id) ?? []).map((group) => pushAgain(next, group, maker)))
}
