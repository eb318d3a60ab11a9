/** The organisation that is meant when none is named. */
export const DEFAULT_ORGANISATION = 'default'

/** The base URL of an organisation's SCIM endpoint, as the console shows it for an identity provider to be given. */
export function sourceUrl(
  { publicUrl }: { readonly publicUrl: () => string },
  { organisation }: { readonly organisation: string },
): string {
  return `${publicUrl()}/organisations/${encodeURIComponent(organisation)}/scim/v2`
}
