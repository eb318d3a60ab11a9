export { type Behaviour, type ProfileName, profiles, switches } from './behaviour.ts'
export type { VerbInputs, VerbResults, ViewItems } from './control.ts'
export { createJumpCloudOrg, type JumpCloudOptions, type JumpCloudOrg, openJumpCloudOrg } from './org.ts'
export { quirks } from './quirks.ts'
