// What the acts are called, and the words of personnel departments for several of them.

/** What happens in each act. */
export const ACT_TITLES: Readonly<Record<string, string>> = {
  connection: 'The connection is tested',
  hired: 'Six people begin, and two groups are assigned',
  promoted: 'Ana gets another title and department',
  renamed: 'Ben changes his surname and with it his userName',
  'first-phone': 'Cleo gets a first mobile number',
  'manager-given': 'Ana gets a manager',
  'manager-changed': 'Ana gets another manager',
  'manager-gone': 'Ana has no manager any more',
  'role-given': 'Ana gets a role of the application',
  'role-lost': 'Ana loses the role again',
  'joins-group': 'Dan joins a group',
  'leaves-group': 'Ben leaves a group',
  'group-renamed': 'A group is renamed',
  'group-made': 'A group is made with somebody in it',
  'several-join-group': 'Two people join a group at once',
  'group-nested': 'A group becomes a member of another one',
  'group-not-nested': 'The group leaves the other one again',
  'group-emptied': 'The last people leave a group, one by one',
  'group-there-before': 'A group of the same name, with one of its people in it, is at the endpoint already',
  disabled: 'The account of Dan is blocked at the identity provider',
  'changed-while-disabled': 'Dan gets another title while his account is blocked',
  enabled: 'The account of Dan is unblocked',
  unassigned: 'Finn loses the application',
  'assigned-again': 'Finn gets the application again',
  deleted: 'Eva is deleted at the identity provider (in Entra ID she lies in the bin)',
  restored: 'Eva is restored from the bin',
  purged: 'Finn is deleted for good',
  back: 'Somebody who was deleted begins anew',
  'there-before': 'Gus has an account at the endpoint before provisioning reaches him',
  colleague: 'Somebody creates the account of Hal between the lookup and the create',
  'deletion-threshold': 'More accounts would be disabled than the threshold allows: nothing is sent of them',
  'deletions-allowed': 'The administrator allows them',
  'all-back': 'Both are unblocked',
  restarted: 'Provisioning is restarted while Dan is blocked: everybody is looked up anew',
  'enabled-after-restart': 'The account of Dan is unblocked after the restart',
  'group-deleted': 'A group is deleted',
}

/** Words for several acts. */
export const ACT_SETS: Readonly<Record<string, readonly string[]>> = {
  joiner: ['hired', 'there-before', 'colleague'],
  mover: [
    ...['promoted', 'first-phone', 'manager-given', 'manager-changed', 'manager-gone'],
    ...['role-given', 'role-lost', 'changed-while-disabled'],
  ],
  rename: ['renamed', 'group-renamed'],
  leaver: ['disabled', 'unassigned', 'deleted', 'purged', 'deletion-threshold', 'deletions-allowed'],
  returner: ['enabled', 'assigned-again', 'restored', 'back', 'all-back', 'enabled-after-restart'],
  group: [
    ...['joins-group', 'leaves-group', 'group-renamed', 'group-made', 'several-join-group', 'group-nested'],
    ...['group-not-nested', 'group-emptied', 'group-there-before', 'group-deleted'],
  ],
}
