export {
  ENTRA_PROFILES,
  ENTRA_SWITCHES,
  type EntraProfile,
  type EntraSwitches,
  entraSwitches,
  entraWireSwitches,
} from './behaviour.ts'
export type { EntraContext } from './context.ts'
export type { VerbInputs, VerbResults, ViewItems } from './control.ts'
export { quirks } from './quirks.ts'
export {
  createIssuingKey,
  type IssuingKey,
  type KeyPair,
  makeKeyPair,
  type RegisteredClient,
  registerClient,
} from './sign-in/index.ts'
export {
  createEntraTenant,
  type EntraTenant,
  type EntraTenantOptions,
  openEntraTenant,
} from './tenant.ts'
