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
  'joins-group': 'Dan joins a group',
  'leaves-group': 'Ben leaves a group',
  'group-renamed': 'A group is renamed',
  disabled: 'The account of Dan is blocked at the identity provider',
  enabled: 'The account of Dan is unblocked',
  unassigned: 'Finn loses the application',
  'assigned-again': 'Finn gets the application again',
  deleted: 'Eva is deleted at the identity provider (in Entra ID she lies in the bin)',
  restored: 'Eva is restored from the bin',
  purged: 'Finn is deleted for good',
  back: 'Somebody who was deleted begins anew',
  'there-before': 'Gus has an account at the endpoint before provisioning reaches him',
  colleague: 'Somebody creates the account of Hal between the look-up and the create',
  'deletion-threshold': 'More accounts would be disabled than the threshold allows: nothing is sent of them',
  'deletions-allowed': 'The administrator allows them',
  'all-back': 'Both are unblocked',
  restarted: 'Provisioning is restarted: everybody is looked at anew',
  'group-deleted': 'A group is deleted',
}

/** Words for several acts. */
export const ACT_SETS: Readonly<Record<string, readonly string[]>> = {
  joiner: ['hired', 'there-before', 'colleague'],
  mover: ['promoted', 'first-phone', 'manager-given', 'manager-changed', 'manager-gone'],
  rename: ['renamed', 'group-renamed'],
  leaver: ['disabled', 'unassigned', 'deleted', 'purged', 'deletion-threshold', 'deletions-allowed'],
  returner: ['enabled', 'assigned-again', 'restored', 'back', 'all-back'],
  group: ['joins-group', 'leaves-group', 'group-renamed', 'group-deleted'],
}
