import type { Pain } from './pain.ts'

const TABLE = 'scenarios/entra/leavers/decision-table.yaml'
const LEAVERS = 'scenarios/entra/leavers'
const CYCLES = 'Microsoft: How application provisioning works'

/** What Entra ID sends when somebody leaves, row by row of its table of deprovisioning, and what comes of the way back. */
export const WAYS_OUT: readonly Pain[] = [
  {
    what: 'Unassigned, out of an assigned group, or past the scoping filter: a disable, and nothing without a mapping of active',
    source: CYCLES,
    shows: [TABLE, 'scenarios/entra/quirks/unassigned-without-delete.yaml', 'scenarios/entra/leaves-only-group.yaml'],
  },
  {
    what: 'The same with SkipOutOfScopeDeletions: nothing, and a line in the log',
    source: 'Microsoft: Skip deletion of user accounts that go out of scope',
    shows: [TABLE, 'scenarios/entra/skip-out-of-scope-deletions.yaml'],
  },
  {
    what: 'Sign-in blocked while assigned: a disable',
    source: CYCLES,
    shows: [TABLE, 'scenarios/entra/blocked-sign-in.yaml'],
  },
  {
    what: 'Deleted, and restorable: a disable',
    source: CYCLES,
    shows: [TABLE, 'scenarios/entra/soft-delete-and-restore.yaml'],
  },
  {
    what: 'Purged while in scope, after 30 days or by hand: DELETE, with a mapping of active and without',
    source: `${CYCLES}; Microsoft Q&A 552508`,
    shows: [TABLE, 'scenarios/entra/hard-delete-after-30-days.yaml', `${LEAVERS}/active-not-mapped.yaml`],
  },
  {
    what: 'Purged after having been unassigned: no DELETE',
    source: CYCLES,
    shows: [TABLE, `${LEAVERS}/unassigned-then-deleted.yaml`, 'scenarios/entra/quirks/delete-only-after-purge.yaml'],
  },
  {
    what: 'Deleted and purged within one interval: neither a disable nor DELETE',
    source: 'azure-docs#30269',
    shows: [TABLE, 'scenarios/entra/quirks/quick-purge.yaml'],
  },
  {
    what: 'Object action Update switched off: nobody is disabled',
    source: `${CYCLES}; sentry-docs#16258`,
    shows: [TABLE, 'scenarios/entra/quirks/update-off-disable-off.yaml'],
  },
  {
    what: 'Object action Delete switched off: nobody is deleted',
    source: CYCLES,
    shows: [TABLE, `${LEAVERS}/delete-action-off.yaml`],
  },
  {
    what: 'Assigned again or restored: the same account becomes active',
    source: 'Microsoft Q&A 5646806',
    shows: ['scenarios/entra/reassigned.yaml', 'scenarios/entra/quirks/inactive-people-hidden.yaml'],
  },
  {
    what: 'Disabled before the first cycle: never created',
    source: CYCLES,
    shows: [
      `${LEAVERS}/disabled-before-the-first-cycle.yaml`,
      'scenarios/entra/joiners/account-made-before-the-first-day.yaml',
    ],
  },
  {
    what: 'A group that is unassigned or deleted: DELETE, and POST when it comes back',
    source: 'azure-docs#63942',
    shows: ['scenarios/entra/group-goes.yaml', 'scenarios/entra/groups/assigned-group-in-the-bin.yaml'],
  },
]
