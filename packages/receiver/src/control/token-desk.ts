/** A client that shows assertions, as its administrator names it. */
interface TrustedClient {
  readonly id: string
  readonly issuer: string
  readonly jwksUrl: string
  readonly subject: string
  readonly audience: string
}

/** What can be done about signing in while a receiver runs. */
export interface TokenDesk {
  /** @param token of the source that the client signs in as */
  readonly trust: (client: TrustedClient, token: string) => void
  /** Forgets the access tokens that are out. */
  readonly revoke: () => void
}
