/** What a client finds out about the token endpoint (RFC 8414 §2). @param issuer the URL of the receiver, without trailing slash */
export function serverMetadata(issuer: string): object {
  return {
    issuer,
    token_endpoint: `${issuer}/oauth/token`,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
  }
}
