export { ENTRA_SWITCHES, type EntraSwitches, entraSwitches } from './behaviour.ts'
export {
  createEntraTenant,
  type EntraContext,
  type EntraTenant,
  type EntraTenantOptions,
  openEntraTenant,
} from './tenant.ts'
