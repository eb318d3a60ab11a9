/** What the System Log calls an event, as far as Okta's words are public (O236, O702, O719). */
const MESSAGES: Readonly<Record<string, string>> = {
  'application.lifecycle.update': 'Update application',
  'application.provision.user.deactivate': 'Deactivate user in external application',
  'application.provision.user.push': 'Push new user to external application',
  'application.provision.user.push_profile': 'Push users profile to external application',
  'application.provision.user.reactivate': 'Reactivate user in external application',
  'application.provision.user.verify_exists': 'Verify user exists in external application',
  'application.user_membership.add': 'Add user to application membership',
  'application.user_membership.remove': "Remove user's application membership",
  'group.user_membership.add': 'Add user to group membership',
  'user.account.update_profile': 'Update user profile for Okta',
  'user.lifecycle.create': 'Create okta user',
}

/** The type itself, where no words are public. */
export function messageOf(eventType: string): string {
  return MESSAGES[eventType] ?? eventType
}
