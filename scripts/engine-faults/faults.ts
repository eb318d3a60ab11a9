// Faults seeded into the engines, one at a time, in a copy: `scimulator explore` must come upon each of them at a receiver that is right.
// What an oracle cannot see it does not guard.

export interface EngineFault {
  readonly what: string
  /** The sender that exploring must be. */
  readonly kind: 'entra' | 'entra with faults' | 'jumpcloud' | 'okta' | 'okta with faults' | 'okta-catalogue'
  /** Below `packages/`. */
  readonly file: string
  /** Stands there once. */
  readonly right: string
  readonly wrong: string
}

const ENTRA = 'entra-sim/src'
const JUMPCLOUD = 'jumpcloud-sim/src'
const OKTA = 'okta-sim/src'

export const ENGINE_FAULTS: readonly EngineFault[] = [
  {
    what: 'who leaves the scope is not disabled',
    kind: 'entra',
    file: `${ENTRA}/cycle/plan-user.ts`,
    right: 'return planOutOfScope(user, link, base, input)',
    wrong: "return skip(base, 'OutOfScope', 'keep')",
  },
  {
    what: 'who is purged between two cycles is deleted',
    kind: 'entra',
    file: `${ENTRA}/cycle/plan-user.ts`,
    right: "if (!link.deletionSeen && input.switches.quickPurge === 'nothing')",
    wrong: "if (!link.deletionSeen && input.switches.quickPurge !== 'nothing')",
  },
  {
    what: 'who was never provisioned and is disabled gets an account',
    kind: 'entra',
    file: `${ENTRA}/cycle/plan-user.ts`,
    right: "if (!link) return skip(base, 'DisabledNeverProvisioned', 'keep')",
    wrong: "if (!link) return { ...base, kind: 'evaluate', isSoftDeleted: true, isInBin: false }",
  },
  {
    what: 'a group that leaves the scope stays',
    kind: 'entra',
    file: `${ENTRA}/cycle/plan-group.ts`,
    right: "return removal(base, link, 'outOfScope', input)",
    wrong: "return { ...base, kind: 'skip', reason: 'OutOfScope', after: 'unmanage' }",
  },
  {
    what: 'a new group comes without its members',
    kind: 'entra',
    file: `${ENTRA}/cycle/plan-references.ts`,
    right: 'for (const groupId of input.newlyLinked) deltas.set(groupId, allMembers(groupId, input))',
    wrong: '',
  },
  {
    what: 'who leaves a group stays in it',
    kind: 'entra',
    file: `${ENTRA}/cycle/plan-references.ts`,
    right: 'removed: wanted.filter(([id, present]) => !present && known(id) && sent(id)).map(([id]) => id)',
    wrong: 'removed: []',
  },
  {
    what: 'members in the bin are sent',
    kind: 'entra',
    file: `${ENTRA}/cycle/plan-references.ts`,
    right: 'return member !== undefined && member.deletedAt === undefined',
    wrong: 'return member !== undefined',
  },
  {
    what: 'the threshold lets one removal more pass',
    kind: 'entra',
    file: `${ENTRA}/cycle/limit-deletions.ts`,
    right: '? count > threshold :',
    wrong: '? count > threshold + 1 :',
  },
  {
    what: 'a cycle that broke off counts as one that went through',
    kind: 'entra with faults',
    file: `${ENTRA}/settle/settle.ts`,
    right: 'return jobError || wasReset ? current.watermark : position',
    wrong: 'return wasReset ? current.watermark : position',
  },
  {
    what: 'who leaves the last bound group stays active',
    kind: 'jumpcloud',
    file: `${JUMPCLOUD}/push/scope.ts`,
    right: '.some((groupId) => groupId !== without?.id && view.membersOf(groupId).has(userId))',
    wrong: '.some((groupId) => view.membersOf(groupId).has(userId))',
  },
  {
    what: 'who arrives late joins no group',
    kind: 'jumpcloud',
    file: `${JUMPCLOUD}/push/plan.ts`,
    right:
      'if (!managesGroups(application)) return []\n  return view\n    .boundGroups(application.id)\n    .filter((groupId) => view.membersOf(groupId).has(userId))',
    wrong:
      'return []\n  return view\n    .boundGroups(application.id)\n    .filter((groupId) => view.membersOf(groupId).has(userId))',
  },
  {
    what: 'a user is in scope by direct association only where no group is bound',
    kind: 'jumpcloud',
    file: `${JUMPCLOUD}/push/scope.ts`,
    right: 'return honoursDirectAssociations(behaviour) && view.isAssociated',
    wrong: 'return view.boundGroups(applicationId).length === 0 && view.isAssociated',
  },
  {
    what: 'who loses the application stays active',
    kind: 'okta',
    file: `${OKTA}/plan/reconcile.ts`,
    right: "return steps(gone, job(application, { kind: 'deactivate', userId: user.id, userName, externalId }, maker))",
    wrong: 'return gone',
  },
  {
    what: 'a new user name alone is not pushed',
    kind: 'okta',
    file: `${OKTA}/plan/reconcile.ts`,
    right: 'const isSame = userName === has.userName && sameValues(profile, has.profile)',
    wrong: 'const isSame = sameValues(profile, has.profile)',
  },
  {
    what: 'who leaves a pushed group stays in it',
    kind: 'okta-catalogue',
    file: `${OKTA}/wire/patch-group.ts`,
    right: 'const removed = pushed.filter((id) => !wanted.has(id))',
    wrong: 'const removed: string[] = []',
  },
  {
    what: 'whom a linked group had before is taken out',
    kind: 'okta',
    file: `${OKTA}/wire/push-group.ts`,
    right: 'const members = group.keepsOthers && !group.isFull ? withOthers(read.resource, group) : group.members',
    wrong: 'const members = group.members',
  },
  {
    what: 'what failed is not sent again',
    kind: 'okta with faults',
    file: `${OKTA}/verbs/retry-tasks.ts`,
    right: 'return application ? steps(gone, job(application, work, engine.maker)) : gone',
    wrong: 'return gone',
  },
]

/** @throws Error where it does not stand there once: then the fault seeds nothing, or more than is said */
export function seeded(text: string, { what, file, right, wrong }: EngineFault): string {
  const parts = text.split(right)
  if (parts.length !== 2)
    throw new Error(
      `"${what}" fits ${parts.length - 1} times in packages/${file}; mend scripts/engine-faults/faults.ts.`,
    )
  return parts.join(wrong)
}
