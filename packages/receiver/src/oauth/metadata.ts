/**
 * What a client finds out about the token endpoint (RFC 8414 §2).
 * @param issuer the URL of the receiver, without trailing slash
 * @param takes the ways of clients to say who they are
 */
export function serverMetadata(
  issuer: string,
  takes: { readonly secrets: boolean; readonly assertions: boolean },
): object {
  return {
    issuer,
    token_endpoint: `${issuer}/oauth/token`,
    token_endpoint_auth_methods_supported: [
      ...(takes.secrets ? ['client_secret_basic', 'client_secret_post'] : []),
      ...(takes.assertions ? ['private_key_jwt'] : []),
    ],
    ...(takes.assertions ? { token_endpoint_auth_signing_alg_values_supported: ['RS256'] } : {}),
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
  }
}
