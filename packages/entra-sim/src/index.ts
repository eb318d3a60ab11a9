export { ENTRA_SWITCHES, type EntraSwitches, entraSwitches } from './behaviour.ts'
export { type Quirk, quirks } from './quirks.ts'
export { type ListeningHttps, listenHttps, type RegisteredClient, registerClient } from './sign-in/index.ts'
export {
  createEntraTenant,
  type EntraContext,
  type EntraTenant,
  type EntraTenantOptions,
  openEntraTenant,
} from './tenant.ts'
