/** One way to sign in (RFC 7643 §5). */
export interface AuthenticationScheme {
  readonly type: 'oauthbearertoken' | 'oauth2' | 'httpbasic'
  readonly name: string
  readonly description: string
  readonly specUri: string
}
