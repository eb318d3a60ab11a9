export {
  type AccessToken,
  type ClientCredentials,
  type NoAccessToken,
  readToken,
  tokenRequest,
} from './client-credentials.ts'
