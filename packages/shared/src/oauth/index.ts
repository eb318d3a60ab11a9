export {
  type AccessToken,
  type AssertedClient,
  assertedTokenRequest,
  type ClientCredentials,
  JWT_BEARER,
  type NoAccessToken,
  readToken,
  refreshRequest,
  tokenRequest,
} from './client-credentials.ts'
