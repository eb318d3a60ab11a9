/** One way to sign in (RFC 7643 §5). */
export type AuthenticationScheme = {
  readonly type: 'oauthbearertoken' | 'oauth2' | 'httpbasic'
  readonly name: string
  readonly description: string
  readonly specUri: string
}
