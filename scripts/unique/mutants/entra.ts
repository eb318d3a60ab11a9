import { inFile, type Mutant } from './mutant.ts'

export const ENTRA_MUTANTS: readonly Mutant[] = [
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
  ...inFile('entra-sim/src/conversation/answer.ts', [
    {
      name: 'a user who is gone at the read counts as failed for good',
      right: "status === 404 && purpose === 'delete'",
      wrong: 'false',
    },
    {
      name: 'a 404 for a linked resource is an error like others',
      right: "status === 404 && (purpose === 'read' || purpose === 'update')",
      wrong: 'false',
    },
    {
      name: 'a 403 of one write stops the whole job',
      right: 'status === 401 || (isQuery && (status === 403 || status === 404))',
      wrong: 'status === 401 || status === 403 || (isQuery && status === 404)',
    },
    {
      name: 'a 401 is a failure of one object',
      right: 'status === 401 || (isQuery && (status === 403 || status === 404))',
      wrong: 'isQuery && (status === 403 || status === 404)',
    },
    {
      name: 'a list without Resources is never empty',
      right: 'list && Number(list.totalResults) === 0 ? [] : undefined',
      wrong: 'undefined',
    },
    {
      name: 'a time-out is called a connection error',
      right: "kind === 'timeout' ? 'Timeout' : 'WebExceptionProtocolError'",
      wrong: "'WebExceptionProtocolError'",
    },
    {
      name: 'an id that is a number is accepted',
      right: "typeof value === 'string' && value !== ''",
      wrong: "(typeof value === 'string' && value !== '') || typeof value === 'number'",
    },
    {
      name: 'a filter that is answered with 404 finds nobody',
      right: 'status === 401 || (isQuery && (status === 403 || status === 404))',
      wrong: 'status === 401 || (isQuery && status === 403)',
    },
  ]),
  ...inFile('entra-sim/src/conversation/locate-target.ts', [
    { name: 'the first of two hits is taken', right: 'resources.length > 1', wrong: 'false' },
    { name: 'people of one matching value are matched all the same', right: 'other !== undefined', wrong: 'false' },
    {
      name: 'a linked person is matched anew in every cycle',
      right: 'targetId === undefined',
      wrong: 'true',
      within: '(targetId === undefined) return yield*',
    },
  ]),
  ...inFile('entra-sim/src/conversation/provision-object.ts', [
    { name: 'what is created is created though the Create action is off', right: '!compiled.flow.add', wrong: 'false' },
    {
      name: 'an update is sent though the Update action is off',
      right: '!compiled.flow.update',
      wrong: 'false',
      within: "if (!compiled.flow.update) return skipped('UpdateNotEnabled', { ...seen, active: null })",
    },
    {
      name: 'a mapping that skips an object creates it',
      right: "problem?.kind === 'skip'",
      wrong: 'false',
      within: "problem?.kind === 'skip') return skipped('EntrySynchronizationSkipped', { matches })",
    },
    {
      name: 'who is created counts as active whatever the mapping says',
      right: 'activeIn(values) ?? true',
      wrong: 'true',
    },
    { name: 'the manager that the target shows is not looked at', right: 'managerIn(found.resource)', wrong: 'null' },
    {
      name: 'somebody who was deleted by hand counts as updated',
      right: "answer.kind === 'gone'",
      wrong: 'false',
      within: "if (answer.kind === 'gone') return failed(action, invalidAnchor(found.id), { ...seen, modified })",
    },
  ]),
  ...inFile('entra-sim/src/conversation/references.ts', [
    { name: 'a manager is always added', right: "seen === null ? 'add' : 'replace'", wrong: "'add'" },
    {
      name: 'what was written of a failed PATCH of members is written again',
      right: 'written.added.push(...portion.added)',
      isLeftOut: true,
    },
  ]),
  ...inFile('entra-sim/src/settle/settle.ts', [
    {
      name: 'a cycle that broke off counts as one that went through',
      right: 'jobError || wasReset ? current.watermark : position',
      wrong: 'wasReset ? current.watermark : position',
    },
    {
      name: 'a restart during a cycle is forgotten',
      right: 'jobError || wasReset ? current.watermark : position',
      wrong: 'jobError ? current.watermark : position',
    },
    { name: 'a server in trouble quarantines the job', right: 'IN_TROUBLE.has(error.code)', wrong: 'false' },
    {
      name: 'refused credentials do not quarantine',
      right: "error.code === 'Unauthorized' || error.code === 'InsufficientRights'",
      wrong: 'false',
    },
    { name: 'staged removals do not quarantine the job', right: 'staged > 0', wrong: 'false' },
    {
      name: 'a job in quarantine goes on for ever',
      right: 'quarantine.nextAttempt === undefined || endedAt - quarantine.seriesBegan >= RETRY_PERIOD_MS',
      wrong: 'false',
    },
    {
      name: 'a quarantine is announced with every cycle',
      right: 'quarantine !== null && quarantine.reason !== current.quarantine?.reason',
      wrong: 'quarantine !== null',
    },
    {
      name: 'allowed removals stay allowed for good',
      right: 'current.forceDeletes && (jobError !== undefined || !job.forceDeletes)',
      wrong: 'current.forceDeletes',
    },
    {
      name: 'an initial cycle with too many failures does not pause the job',
      right: 'volume !== undefined && job.watermark === null',
      wrong: 'false',
    },
    {
      name: 'a job that fails again is tried with the next cycle',
      right: '!quarantine',
      wrong: 'true',
      within: 'if (!quarantine) return',
    },
  ]),
  ...inFile('entra-sim/src/job/escrow.ts', [
    {
      name: 'a failure is tried again after an hour for ever',
      right: 'marks.find((mark) => mark > elapsed) ?? (Math.floor(elapsed / DAY_MS) + 1) * DAY_MS',
      wrong: 'elapsed + HOUR_MS',
    },
    {
      name: 'a failure is never given up',
      right: 'wait > RETRY_PERIOD_MS ? undefined : firstFailedAt + wait',
      wrong: 'firstFailedAt + wait',
    },
    { name: 'the ladder begins anew with every failure', right: 'before?.firstFailedAt ?? now', wrong: 'now' },
    { name: 'the first retry waits six hours', right: 'attempts <= 1', wrong: 'false' },
  ]),
  ...inFile('entra-sim/src/job/quarantine.ts', [
    {
      name: 'failures of references count as failures of objects',
      right: 'objectFailures < limits.quarantineEvaluationStart',
      wrong: 'objectFailures + count.referenceFailures < limits.quarantineEvaluationStart',
    },
    { name: "a quarantine's series begins anew each time", right: 'before?.seriesBegan ?? now', wrong: 'now' },
  ]),
  ...inFile('entra-sim/src/absorb/absorb.ts', [
    {
      name: 'who is matched is not linked at once',
      right: "purpose !== 'create' && purpose !== 'match'",
      wrong: "purpose !== 'create'",
    },
    {
      name: 'a created person is linked with the end of the cycle only',
      right: "purpose !== 'create' && purpose !== 'match'",
      wrong: "purpose !== 'match'",
    },
    {
      name: 'who leaves the scope stays managed',
      right: "link.managed && intent.cause !== 'outOfScope'",
      wrong: 'link.managed',
    },
    {
      name: 'a soft deletion that was disabled is not remembered',
      right: "intent.cause === 'softDeleted'",
      wrong: 'false',
      within: "deletionSeen: intent.cause === 'softDeleted'",
    },
    {
      name: 'a soft deletion whose disable failed is not remembered',
      right: "(intent.kind === 'remove' || intent.kind === 'stage') && intent.cause === 'softDeleted'",
      wrong: 'false',
    },
    {
      name: 'a deleted person stays linked',
      right: "intent.kind === 'remove' && intent.action === 'delete'",
      wrong: 'false',
    },
    {
      name: 'who is skipped still owes what failed before',
      right: "clearEscrow(view, intent.objectId, 'object')",
      wrong: '[]',
      within: "clearEscrow(view, intent.objectId, 'object'),\n    ...clearEscrow",
    },
    {
      name: 'what is forgotten stays linked',
      right: '[...settled, ...forget(view, intent.objectId)]',
      wrong: 'settled',
      within: "case 'forget':\n      return [...settled, ...forget(view, intent.objectId)]",
    },
  ]),
  ...inFile('entra-sim/src/mapping/diff-against-target.ts', [
    { name: 'a change of case alone is written', right: 'caseExact ? text : text.toLowerCase()', wrong: 'text' },
    {
      name: 'a mapping that only adds replaces too',
      right: "flowType === 'AttributeAddOnly' || (flowType === 'ValueAddOnly' && !isList)",
      wrong: 'false',
    },
    {
      name: 'a boolean that comes back as text differs',
      right: '/^(true|false)$/i.test(text) ? text.toLowerCase() : text',
      wrong: "typeof value === 'string' ? text : text.toLowerCase()",
    },
    {
      name: 'an attribute of the read-only kind is written',
      right: "one.definition.mutability === 'ReadOnly'",
      wrong: 'false',
    },
    {
      name: 'what is not returned is replaced',
      right: "change('add', outcome.value)",
      wrong: "change('replace', outcome.value)",
    },
    {
      name: 'a wrong value of a mapped attribute is never replaced',
      right: "isEqual && flowBehavior === 'FlowWhenChanged'",
      wrong: 'true',
    },
    {
      name: 'an attribute is written with every update',
      right: "isEqual && flowBehavior === 'FlowWhenChanged'",
      wrong: 'false',
    },
  ]),
  ...inFile('entra-sim/src/mapping/apply-mappings.ts', [
    {
      name: 'a mapping for creation alone is applied to updates too',
      right: "one.mapping.flowType === 'ObjectAddOnly' && options.operation === 'update'",
      wrong: 'false',
    },
    {
      name: 'a default value is written with updates too',
      right: "isNull && options.operation === 'create' && one.mapping.defaultValue !== null",
      wrong: 'isNull && one.mapping.defaultValue !== null',
    },
    {
      name: 'a default value is never written',
      right: "isNull && options.operation === 'create' && one.mapping.defaultValue !== null",
      wrong: 'false',
    },
    {
      name: 'a required attribute may be missing',
      right: "!one.definition.required || options.operation === 'update'",
      wrong: 'true',
    },
    { name: 'what Redact hides is shown in the log', right: 'one.expression?.isRedacted ?? false', wrong: 'false' },
  ]),
  ...inFile('entra-sim/src/acts/job-acts.ts', [
    {
      name: 'a new mapping does not make the next cycle an initial one',
      right: 'withoutWatermark({ ...job, schema, quarantine: null, nextCycleAt })',
      wrong: '{ ...job, schema, quarantine: null, nextCycleAt }',
    },
    { name: 'a new mapping keeps what failed', right: 'escrowEnds(ports.view, job)', wrong: '[]' },
    {
      name: 'start leaves the quarantine in force',
      right: '{ ...job, quarantine: null }',
      wrong: 'job',
      within: 'activate(acting, { ...job, quarantine: null })',
    },
    { name: 'a restart keeps what failed', right: 'plan.escrows ? escrowEnds(view, job) : []', wrong: '[]' },
    {
      name: 'a restart keeps what is held back',
      right: 'plan.watermark && !plan.forceDeletes ? stagedEnds(view, job) : []',
      wrong: '[]',
    },
    { name: 'a full restart keeps the links', right: 'plan.links ? linkEnds(view, job) : []', wrong: '[]' },
    {
      name: 'a link can be deleted while the job runs',
      right: "job.state === 'Active'",
      wrong: 'false',
      within: "if (job.state === 'Active') {",
    },
    {
      name: 'a stopped job runs its next cycle',
      right: "{ ...job, state: 'Paused', nextCycleAt: null }",
      wrong: 'job',
    },
  ]),
  ...inFile('entra-sim/src/acts/restart.ts', [
    {
      name: 'Full does not reset the watermark',
      right: "isFull || tokens.has('Watermark')",
      wrong: "tokens.has('Watermark')",
    },
    {
      name: 'Full keeps the quarantine',
      right: "isFull || tokens.has('QuarantineState')",
      wrong: "tokens.has('QuarantineState')",
    },
    { name: 'Escrows alone keeps them', right: "isFull || tokens.has('Escrows')", wrong: 'isFull' },
    {
      name: 'ConnectorDataStore alone keeps the links',
      right: "isFull || tokens.has('ConnectorDataStore')",
      wrong: 'isFull',
    },
    { name: 'ForceDeletes holds on', right: "tokens.has('ForceDeletes')", wrong: 'false' },
  ]),
]
