import { inFile, type Mutant } from './mutant.ts'

export const JUMPCLOUD_MUTANTS: readonly Mutant[] = [
  ...inFile('jumpcloud-sim/src/push/scope.ts', [
    {
      name: 'who leaves the last bound group stays active',
      right: 'groupId !== without?.id && view.membersOf(groupId).has(userId)',
      wrong: 'view.membersOf(groupId).has(userId)',
    },
    {
      name: 'a user is in scope by direct association only where no group is bound',
      right: "honoursDirectAssociations(behaviour) && view.isAssociated(applicationId, { type: 'user', id: userId })",
      wrong:
        "view.boundGroups(applicationId).length === 0 && honoursDirectAssociations(behaviour) && view.isAssociated(applicationId, { type: 'user', id: userId })",
    },
  ]),
  ...inFile('jumpcloud-sim/src/push/plan.ts', [
    {
      name: 'who arrives late joins no group',
      right: '!managesGroups(application)',
      wrong: 'true',
      within: 'if (!managesGroups(application)) return []\n  return view',
    },
    {
      name: 'a change that is not exported is pushed',
      right: 'before !== after',
      wrong: 'true',
      within: 'return before !== after',
    },
    {
      name: 'a new password is not pushed',
      right: 'event.password !== undefined && connector.syncPassword',
      wrong: 'false',
    },
    {
      name: 'who is deleted stays in the groups',
      right: '[...leaves, ...userIntents(view, application.id, user, { inScope: false, deleted: true }, behaviour)]',
      wrong: 'userIntents(view, application.id, user, { inScope: false, deleted: true }, behaviour)',
    },
    {
      name: 'who is deleted stays active',
      right: '[...leaves, ...userIntents(view, application.id, user, { inScope: false, deleted: true }, behaviour)]',
      wrong: 'leaves',
    },
    { name: 'a group that is renamed keeps its old name', right: 'before.name === after.name', wrong: 'true' },
    {
      name: 'who enters a group is pushed without it',
      right: 'user.length === 0 || !managesGroups(application)',
      wrong: 'true',
    },
    {
      name: 'who leaves a group stays a member at the target',
      right: "managesGroups(application) ? [memberIntent('member-remove', view, application.id, groupId, userId)] : []",
      wrong: '[]',
    },
    { name: 'a bound group is not sent', right: 'wholeGroups(view, application, [target.id])', wrong: '[]' },
    {
      name: 'a group that is unbound is deleted at the target',
      right: "deleted && managesGroups(application) ? 'group-delete' : 'group-forget'",
      wrong: "managesGroups(application) ? 'group-delete' : 'group-forget'",
    },
    {
      name: 'a group that is deleted stays at the target',
      right: "deleted && managesGroups(application) ? 'group-delete' : 'group-forget'",
      wrong: "'group-forget'",
    },
    {
      name: 'who loses the last bound group stays active',
      right: "!isInScope(view, application.id, id, behaviour, { type: 'user_group', id: groupId })",
      wrong: 'false',
    },
    {
      name: 'activation sends no groups',
      right: 'wholeGroups(view, application, view.boundGroups(application.id))',
      wrong: '[]',
    },
    {
      name: 'activation sends nobody',
      right: 'usersInScope(view, application.id, behaviour)',
      wrong: '[]',
      within: 'usersInScope(view, application.id, behaviour).flatMap',
    },
    {
      name: 'group management that is turned on later sends nothing',
      right: '!managesGroups(after) || !activeConnector(before) || managesGroups(before)',
      wrong: 'true',
    },
    { name: 'a group without members is sent', right: 'view.membersOf(groupId).size > 0', wrong: 'true' },
    {
      name: 'a suspended user who was never there is pushed',
      right: 'inScope && isEntitled(user, behaviour)',
      wrong: 'inScope',
    },
    {
      name: 'a push that waits does not count as known',
      right: 'view.isPushPending(applicationId, userId)',
      wrong: 'false',
    },
    {
      name: 'who was staged stays out of the groups after activation',
      right: 'arrives && inScope && user.length > 0',
      wrong: 'false',
    },
    {
      name: 'somebody who is known but out of scope is not updated',
      right: 'new Set([...scope, ...linked])',
      wrong: 'scope',
    },
    {
      name: 'a direct association that ends leaves the account active',
      right: 'isInScope(view, applicationId, target.id, behaviour, target)',
      wrong: 'true',
    },
  ]),
  ...inFile('jumpcloud-sim/src/push/map-user.ts', [
    {
      name: 'a suspended user stays active',
      right: '!user.suspended && !user.password_expired',
      wrong: '!user.password_expired',
    },
    {
      name: 'an expired password leaves the account active',
      right: '!user.suspended && !user.password_expired',
      wrong: '!user.suspended',
    },
    {
      name: 'a blank display name becomes the user name',
      right: 'user.displayname',
      wrong: 'user.displayname || user.username',
      within: 'return user.displayname ||',
    },
    {
      name: 'an empty attribute is sent empty',
      right: "value !== undefined && value !== '' && !excluded.includes(name)",
      wrong: 'value !== undefined && !excluded.includes(name)',
    },
    {
      name: 'what the export list leaves out is sent',
      right: "value !== undefined && value !== '' && !excluded.includes(name)",
      wrong: "value !== undefined && value !== ''",
    },
    {
      name: 'the first phone number is the first, whatever its type',
      right: 'workFirst(user.phoneNumbers)',
      wrong: 'user.phoneNumbers',
    },
  ]),
  ...inFile('jumpcloud-sim/src/push/outcome.ts', [
    {
      name: 'a refused push is tried again',
      right: '[429, 502, 503, 504].includes(response.status)',
      wrong: 'response.status >= 400',
    },
    {
      name: 'a rate limit drops the push',
      right: '[429, 502, 503, 504].includes(response.status)',
      wrong: '[502, 503, 504].includes(response.status)',
    },
    {
      name: 'an outage drops the push',
      right: "cause === undefined || ['timeout', 'connection', 'reset'].includes(cause.kind)",
      wrong: 'false',
    },
    {
      name: 'a 500 is tried again',
      right: '[429, 502, 503, 504].includes(response.status)',
      wrong: '[429, 500, 502, 503, 504].includes(response.status)',
    },
  ]),
  ...inFile('jumpcloud-sim/src/push/settle.ts', [
    {
      name: 'a push is tried again once more',
      right: 'push.attempts >= behaviour.retryLimit',
      wrong: 'push.attempts > behaviour.retryLimit',
    },
    {
      name: 'Retry-After is not looked at',
      right: 'outcome.retryAfterMs',
      wrong: 'undefined',
      within: '= outcome.retryAfterMs ??',
    },
    {
      name: 'the wait between retries does not grow',
      right: 'behaviour.retryBackoffMs * 2 ** push.attempts',
      wrong: 'behaviour.retryBackoffMs',
      within: '?? behaviour.retryBackoffMs * 2 ** push.attempts',
    },
  ]),
  ...inFile('jumpcloud-sim/src/push/push-group.ts', [
    {
      name: 'a group of the same name is created a second time',
      right: 'list.value.filter((group) => group.displayName?.toLowerCase() === displayName.toLowerCase())',
      wrong: '[]',
    },
    { name: 'the first of two groups of one name is taken over', right: 'fitting.length > 1', wrong: 'false' },
    {
      name: 'a group that is gone at the target is not made anew',
      right: "exchange.response?.status === 404 ? 'gone' : updated(exchange)",
      wrong: 'updated(exchange)',
    },
    {
      name: 'a group whose members are all unknown is created empty',
      right: 'members.length === 0',
      wrong: 'false',
      within: "if (members.length === 0) return nobodyThere('group_create_provision', memberCount)",
    },
    {
      name: 'a group that is gone already cannot be deleted',
      right: '!deleted.ok && exchange.response?.status !== 404',
      wrong: '!deleted.ok',
    },
  ]),
  ...inFile('jumpcloud-sim/src/connector/import-users.ts', [
    { name: 'a page that is full is the last one', right: 'list.value.length < PAGE_SIZE', wrong: 'true' },
    {
      name: 'a target that repeats its page is asked for ever',
      right: 'users.size === before',
      wrong: 'users.size === before && users.size > 1_000',
    },
    {
      name: 'somebody who is there already is imported once more',
      right: 'known',
      wrong: 'false',
      within: "if (known) return { kind: 'known', username: known.username }",
    },
    { name: 'an address with a plus sign is imported', right: "email.includes('+')", wrong: 'false' },
    {
      name: 'an import takes the first address, primary or not',
      right: 'values.find(({ primary }) => primary === true) ?? values[0]',
      wrong: 'values[0]',
    },
  ]),
]
