/** What the System Log calls an event of provisioning (O702, O704). */
const MESSAGES: Readonly<Record<string, string>> = {
  'application.provision.user.verify_exists': 'Verify user exists in external application',
  'application.provision.user.push': 'Push new user to external application',
  'application.provision.user.push_profile': 'Push users profile to external application',
  'application.provision.user.deactivate': 'Deactivate user in external application',
  'application.provision.user.reactivate': 'Reactivate user in external application',
}

export function messageOf(eventType: string): string {
  return MESSAGES[eventType] ?? eventType
}
