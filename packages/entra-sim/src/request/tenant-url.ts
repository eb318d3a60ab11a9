// The tenant URL as an administrator types it. Resource names go before its query, the compatibility flag is taken out of it.
const FLAG = /^aadoptscim062020(=.*)?$/i

export interface TenantUrl {
  /** Without query and trailing slash: `https://host/scim/v2`. */
  readonly base: string
  /** What is left of the query, without the flag; empty when nothing is. */
  readonly query: string
  /** Whether the text `aadOptscim062020` stands in the query (Microsoft: SCIM 2.0 protocol compliance). */
  readonly hasFlag: boolean
}

export function readTenantUrl(tenantUrl: string): TenantUrl {
  const [address = '', ...rest] = tenantUrl.trim().split(/[?#]/)
  const parts = rest.flatMap((part) => part.split('&')).filter((part) => part !== '')
  const kept = parts.filter((part) => !FLAG.test(part))
  return { base: address.replace(/\/+$/, ''), query: kept.join('&'), hasFlag: kept.length < parts.length }
}
