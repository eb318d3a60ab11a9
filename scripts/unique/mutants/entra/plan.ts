import { inFile, type Mutant } from '../mutant.ts'

export const PLAN_MUTANTS: readonly Mutant[] = [
  ...inFile('entra-sim/src/cycle/plan-user.ts', [
    {
      name: 'who leaves the scope is not disabled',
      right: 'planOutOfScope(user, link, base, input)',
      wrong: "skip(base, 'OutOfScope', 'keep')",
    },
    {
      name: 'who is purged between two cycles is deleted',
      right: "!link.deletionSeen && input.switches.quickPurge === 'nothing'",
      wrong: 'false',
    },
    {
      name: 'who was never provisioned and is disabled gets an account',
      right: "skip(base, 'DisabledNeverProvisioned', 'keep')",
      wrong: "{ ...base, kind: 'evaluate', isSoftDeleted: true, isInBin: false }",
    },
    {
      name: 'who was never provisioned and lies in the bin gets an account',
      right: "skip(base, 'DeletedNeverProvisioned', 'keep')",
      wrong: "{ ...base, kind: 'evaluate', isSoftDeleted: true, isInBin: true }",
    },
    {
      name: 'who left the scope before is deleted after the purge',
      right: "skip(base, 'NoLongerManaged', 'forget')",
      wrong: "{ ...base, kind: 'remove', action: 'delete', cause: 'hardDeleted' }",
    },
    {
      name: 'who left the scope before is disabled again from the bin',
      right: "skip(base, 'NoLongerManaged', 'keep')",
      wrong: "disable(base, 'softDeleted', 'deletionSeen', input)",
    },
    {
      name: 'a purge sends DELETE though the Delete action is off',
      right: '!input.compiled.User.flow.delete',
      wrong: 'false',
      within: "if (!input.compiled.User.flow.delete) return skip(base, 'DeleteNotEnabled', 'forget')",
    },
    { name: 'SkipOutOfScopeDeletions is not looked at', right: 'input.skipOutOfScopeDeletions', wrong: 'false' },
    {
      name: 'who was skipped out of scope stays managed',
      right: "skip(base, 'SkipOutOfScopeDeletions', 'unmanage')",
      wrong: "skip(base, 'SkipOutOfScopeDeletions', 'keep')",
    },
    {
      name: 'who is disabled already is disabled once more when leaving the scope',
      right: '!link.active',
      wrong: 'false',
      within: "if (!link.active) return skip(base, 'AlreadyDisabled', 'unmanage')",
    },
    {
      name: 'active that is not mapped from IsSoftDeleted disables all the same',
      right: 'mapsToInactive(user, input)',
      wrong: 'true',
      within: "if (mapsToInactive(user, input)) return disable(base, 'outOfScope', 'unmanage', input)",
    },
    {
      name: 'a soft deletion is forgotten where active is not mapped',
      right: "skip(base, 'ActiveNotMapped', 'deletionSeen')",
      wrong: "skip(base, 'ActiveNotMapped', 'keep')",
    },
    {
      name: 'who was disabled before the soft deletion is not remembered as deleted',
      right: "{ ...base, kind: 'evaluate', isSoftDeleted: true, isInBin: true }",
      wrong: "skip(base, 'AlreadyDisabled', 'keep')",
    },
    {
      name: 'a disable is sent though the Update action is off',
      right: '!input.compiled.User.flow.update',
      wrong: 'false',
    },
    {
      name: 'blocked sign-in does not disable',
      right: 'link.active && mapsToInactive(user, input)',
      wrong: 'false',
      within: "link.active && mapsToInactive(user, input)) return disable(base, 'disabledInSource'",
    },
    {
      name: 'a deletion does not disable',
      right: 'link.active && mapsToInactive(user, input)',
      wrong: 'false',
      within: "link.active && mapsToInactive(user, input)) return disable(base, 'softDeleted'",
    },
  ]),
  ...inFile('entra-sim/src/cycle/plan-group.ts', [
    {
      name: 'a group that leaves the scope stays',
      right: "removal(base, link, 'outOfScope', input)",
      wrong: "{ ...base, kind: 'skip', reason: 'OutOfScope', after: 'unmanage' }",
    },
    {
      name: 'a group that is deleted in Entra ID stays',
      right: "removal(base, link, 'groupDeleted', input)",
      wrong: "{ ...base, kind: 'skip', reason: 'OutOfScope', after: 'forget' }",
    },
    {
      name: 'a group is deleted though its Delete action is off',
      right: '!input.compiled.Group.flow.delete',
      wrong: 'false',
    },
    { name: 'groups are sent though their mapping is off', right: '!input.compiled.Group.isEnabled', wrong: 'false' },
    {
      name: 'SkipOutOfScopeDeletions does not hold for groups',
      right: 'input.skipOutOfScopeDeletions',
      wrong: 'false',
    },
    {
      name: 'a group that left the scope before is deleted with its deletion',
      right: '!link.managed',
      wrong: 'false',
      within: 'if (!link.managed)',
    },
  ]),
  ...inFile('entra-sim/src/cycle/plan-references.ts', [
    {
      name: 'a new group comes without its members',
      right: 'input.newlyLinked',
      wrong: '[]',
      within: 'of input.newlyLinked)',
    },
    {
      name: 'who leaves a group stays in it',
      right: 'wanted.filter(([id, present]) => !present && known(id) && sent(id)).map(([id]) => id)',
      wrong: '[]',
    },
    {
      name: 'members in the bin are sent',
      right: 'member !== undefined && member.deletedAt === undefined',
      wrong: 'member !== undefined',
    },
    {
      name: 'an initial cycle does not take out who has left the group',
      right: '!view.memberships.has(groupId, memberId)',
      wrong: 'false',
    },
    {
      name: 'what a group owes is forgotten with its next change',
      right: 'deltas.get(event.id) ?? waiting(event.id, input)',
      wrong: 'deltas.get(event.id) ?? new Map()',
    },
    {
      name: 'a group that failed is sent its members',
      right: 'data.staged.has(groupId) || failed.has(groupId) || isOwed(groupId, data)',
      wrong: 'data.staged.has(groupId)',
    },
    {
      name: 'memberships that are due again are not sent',
      right: "escrow.part === 'references' && escrow.objectType === 'Group' && escrow.nextAttemptAt <= input.now",
      wrong: 'false',
    },
    {
      name: 'who waits for an account of their own is dropped from the group',
      right: 'waitsForMembers ? unresolved.filter((id) => isOwed(id, data)) : []',
      wrong: '[]',
    },
    {
      name: 'an initial cycle sends no memberships',
      right: 'input.watermark === null ? allGroups(input) : changedGroups(input.watermark, input)',
      wrong: 'input.watermark === null ? new Map() : changedGroups(input.watermark, input)',
    },
  ]),
  ...inFile('entra-sim/src/cycle/plan-cycle.ts', [
    {
      name: 'an initial cycle forgets whom only the job still knows',
      right: 'links.values()',
      wrong: '[]',
      within: 'of links.values()',
    },
    { name: 'an initial cycle looks at people in the bin', right: 'user.deletedAt === undefined', wrong: 'true' },
    { name: 'what failed is not tried again', right: 'escrow.nextAttemptAt <= input.now', wrong: 'false' },
    { name: 'what failed is tried again in every cycle', right: 'escrow.nextAttemptAt <= input.now', wrong: 'true' },
    {
      name: 'what a broken cycle began is not looked at again',
      right: 'unsettledLinks(input.links, input.unsettledSince)',
      wrong: '[]',
    },
    { name: 'what is held back is not looked at again', right: 'input.staged.values()', wrong: '[]' },
    {
      name: 'members of an assigned group that is deleted are not looked at',
      right: 'input.view.groups.get(id)?.deletedAt !== undefined',
      wrong: 'false',
    },
    {
      name: 'assignments of other apps are looked at',
      right: 'event.resourceId === input.servicePrincipalId',
      wrong: 'true',
    },
    {
      name: 'a member who enters or leaves an assigned group is not looked at',
      right: 'isInScope(userScope(user, input)) !== isManaged',
      wrong: 'false',
    },
    {
      name: 'roles of a group are not looked at again',
      right: 'input.compiled.User.readsRoles && input.links.get(userId)?.managed',
      wrong: 'false',
    },
    {
      name: 'a membership does not bring its group into the cycle',
      right: 'isThere',
      wrong: 'false',
      within: "if (isThere) note(considered.groups, event.id, 'membershipChanged')",
    },
  ]),
  ...inFile('entra-sim/src/cycle/limit-deletions.ts', [
    {
      name: 'the threshold lets one removal more pass',
      right: 'count > threshold',
      wrong: 'count > threshold + 1',
      within: 'count > threshold :',
    },
    {
      name: 'the threshold counts removals that were allowed',
      right: "intent.kind === 'remove' && !allowed.has(intent.objectId)",
      wrong: "intent.kind === 'remove'",
    },
    {
      name: 'the threshold does not count disables',
      right: "intent.kind === 'remove' && !allowed.has(intent.objectId)",
      wrong: "intent.kind === 'remove' && intent.action === 'delete' && !allowed.has(intent.objectId)",
    },
    {
      name: 'the threshold does not count groups',
      right: "intent.kind === 'remove' && !allowed.has(intent.objectId)",
      wrong: "intent.kind === 'remove' && intent.objectType === 'User' && !allowed.has(intent.objectId)",
    },
  ]),
  ...inFile('entra-sim/src/cycle/evaluate-scope.ts', [
    {
      name: 'disabled people fail the scope',
      right: 'scope.isEntitled && scope.passesFilter',
      wrong: 'scope.isEntitled && scope.passesFilter && scope.isActive',
    },
    {
      name: 'the scoping filter is not looked at',
      right: 'scope.isEntitled && scope.passesFilter',
      wrong: 'scope.isEntitled',
    },
    {
      name: 'assignment is not looked at while there is a scoping filter',
      right: 'scope.isEntitled && scope.passesFilter',
      wrong: 'scope.passesFilter',
    },
  ]),
  ...inFile('entra-sim/src/cycle/duplicate-source.ts', [
    {
      name: 'matching values differ by case',
      right: 'definition?.caseExact ? value : value.toLowerCase()',
      wrong: 'value',
    },
    {
      name: 'somebody out of scope takes a matching value',
      right: 'user !== undefined && isInScope(userScope(user, plan)) && (isEnabled(user) || data.links.has(objectId))',
      wrong: 'user !== undefined',
    },
    {
      name: 'somebody in the bin keeps a matching value',
      right: '!user || user.deletedAt !== undefined',
      wrong: '!user',
    },
  ]),
]
