export interface Tenant {
  readonly tenantId: string
  readonly displayName: string
  /** Domain of the mail addresses; Entra's expressions know it as the default verified domain. */
  readonly defaultDomain: string
  /** The domain every tenant starts with, part of the names of guests. */
  readonly initialDomain: string
}
