/** What the services or the standards have and nothing here does, by name. A test asks for each, and turns red when one begins to work. */
export const KNOWN_GAPS: Readonly<Record<string, string>> = {
  'account-discovery': 'Discover identities of Entra ID, which lists all accounts of a target (S-17)',
  'acquire-access-token': 'acquireAccessToken of Graph’s synchronization, for the authorization code grant (S-19)',
  invitations: 'Guests by POST /invitations of Graph (S-19)',
  'throttling-of-graph': 'Graph’s 429 for callers who ask too often (S-19)',
  'on-premises-agent': 'The provisioning agent of applications on premises (S-19)',
  'asynchronous-requests': 'Prefer: respond-async at the receiver (RFC 9967 §2.5)',
  'pushed-events': 'Security events that the receiver sends by itself (RFC 8935)',
  'scim-1.1': 'SCIM 1.1 of JumpCloud’s connector',
}
