// Whom a fault at a SCIM endpoint hurts, and how badly: the words of deviations and findings alike.

/**
 * Whom a finding can hurt. `entra` is Entra ID with `?aadOptscim062020`, `entraLegacy` without it; `okta` an application of Okta, made by its wizard or
 * from its catalogue; `rfc` is any client that keeps to RFC 7644.
 */
export const VICTIMS = ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'] as const
export type Victim = (typeof VICTIMS)[number]

/**
 * What comes of it, worst first. `access`: people keep or lose access; `others`: people are touched who were not meant; `stops`:
 * provisioning does not go on; `attribute`: a value is wrong; `cosmetic`: nobody notices.
 */
export const DAMAGES = ['access', 'others', 'stops', 'attribute', 'cosmetic'] as const
export type Damage = (typeof DAMAGES)[number]
