export { readToken, signToken, type TokenClaims } from './access-token.ts'
export { type RegisteredClient, registerClient } from './client-credentials.ts'
export { type ListeningHttps, listenHttps } from './listen-https.ts'
export { createSignIn, type SignIn, type SignInOptions } from './sign-in.ts'
