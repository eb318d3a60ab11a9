/** What happens in each act of a life, for whoever steps through its recording. */
const ACT_TEXTS: Readonly<Record<string, string>> = {
  connection: 'The identity provider tests the connection.',
  hired: 'Six people are hired, in two groups.',
  promoted: 'Ana is promoted: she has another title and department.',
  renamed: 'Ben has another name, and with it another userName.',
  'first-phone': 'Cleo gets her first mobile phone number.',
  'manager-given': 'Ana reports to Dan.',
  'manager-changed': 'Ana reports to Eva instead.',
  'manager-gone': 'Ana reports to nobody.',
  'joins-group': 'Dan joins a group.',
  'leaves-group': 'Ben leaves the group. Everybody else must stay in it.',
  'group-renamed': 'The group is renamed.',
  disabled: 'Dan’s account is disabled.',
  enabled: 'Dan’s account is enabled again.',
  unassigned: 'Finn is taken out of the application, and must lose access.',
  'assigned-again': 'Finn is assigned to the application again.',
  deleted: 'Eva’s account is deleted, and can still be restored.',
  restored: 'Eva’s account is restored.',
  purged: 'Finn’s account is deleted for good.',
  back: 'Somebody who had left is hired again.',
  'there-before': 'Gus is hired; the application has an account of his already.',
  colleague: 'Hal is hired, while a colleague makes an account of his by hand.',
  'deletion-threshold': 'Two people are disabled, more than the deletion threshold allows. Nothing may happen yet.',
  'deletions-allowed': 'An administrator allows the deletions that were held back.',
  'all-back': 'The two are enabled again.',
  restarted: 'Provisioning is restarted. Nothing may change.',
  'group-deleted': 'The group is deleted. The people in it must stay.',
  'blocked-by-administrator':
    'An administrator of the application blocks Gus; a return through SCIM must not lift that.',
}

export function actText(act: string): string {
  return ACT_TEXTS[act] ?? ''
}
