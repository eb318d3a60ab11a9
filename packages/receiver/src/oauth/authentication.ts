import type { AuthenticationScheme } from '../scim/request/authentication-scheme.ts'

/** How clients may say who they are: the token of their source, an access token (RFC 6749 §4.4), or id and secret with each request. */
export const AUTHENTICATION_METHODS = ['bearer', 'oauth2', 'basic'] as const
export type AuthenticationMethod = (typeof AUTHENTICATION_METHODS)[number]

const SCHEMES: Readonly<Record<AuthenticationMethod, AuthenticationScheme>> = {
  bearer: {
    type: 'oauthbearertoken',
    name: 'OAuth Bearer Token',
    description: 'The token of a sync source, in the Authorization header',
    specUri: 'https://www.rfc-editor.org/info/rfc6750',
  },
  oauth2: {
    type: 'oauth2',
    name: 'OAuth 2.0 Client Credentials',
    description: 'A short-lived token of the token endpoint, /oauth/token, in the Authorization header',
    specUri: 'https://www.rfc-editor.org/info/rfc6749',
  },
  basic: {
    type: 'httpbasic',
    name: 'HTTP Basic',
    description: 'Client id and client secret in the Authorization header',
    specUri: 'https://www.rfc-editor.org/info/rfc7617',
  },
}

/** Clients that show a token of an issuer instead of a secret. */
const ASSERTIONS: AuthenticationScheme = {
  type: 'oauth2',
  name: 'OAuth 2.0 JWT Client Assertion',
  description: 'A short-lived token of the token endpoint, /oauth/token, for an assertion that a trusted issuer signs',
  specUri: 'https://www.rfc-editor.org/info/rfc7523',
}

export function schemesOf(
  methods: readonly AuthenticationMethod[],
  takesAssertions: boolean,
): readonly AuthenticationScheme[] {
  const schemes = AUTHENTICATION_METHODS.filter((method) => methods.includes(method)).map((method) => SCHEMES[method])
  return takesAssertions ? [...schemes, ASSERTIONS] : schemes
}
