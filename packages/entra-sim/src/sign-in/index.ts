export { readToken } from './access-token.ts'
export { type RegisteredClient, registerClient } from './client-credentials.ts'
export { createIssuingKey, type IssuingKey, type KeyPair, makeKeyPair } from './issuing-key.ts'
export { createSignIn, type SignIn } from './sign-in.ts'
