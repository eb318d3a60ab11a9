/**
 * The userPrincipalName of a guest without `#EXT#` and the tenant's domain: `alias_partner.com#EXT#@contoso.onmicrosoft.com` becomes
 * `alias@partner.com` (Microsoft: How application provisioning works).
 */
export function withoutGuestMark(userPrincipalName: string, initialDomain: string): string {
  const mark = userPrincipalName.toLowerCase().lastIndexOf(`#ext#@${initialDomain.toLowerCase()}`)
  if (mark === -1) return userPrincipalName
  const mangled = userPrincipalName.slice(0, mark)
  const at = mangled.lastIndexOf('_')
  return at === -1 ? mangled : `${mangled.slice(0, at)}@${mangled.slice(at + 1)}`
}

/** The userPrincipalName that inviting this address makes. */
export function guestName(email: string, initialDomain: string): string {
  return `${email.replaceAll('@', '_')}#EXT#@${initialDomain}`
}
