export { CONFIG_FILE, configJsonSchema } from './config-file.ts'
export { type ConnectedTarget, type ConnectOptions, connectTarget } from './connect-target.ts'
export { describeGiven, describeTarget, type GivenTarget } from './describe-target.ts'
export { loadSecrets } from './load-secrets.ts'
export {
  assertConsent,
  type OpenOptions,
  type OpenTarget,
  openGiven,
  openTarget,
  readDescription,
} from './open-target.ts'
export type { Environment, TargetFlags } from './read-settings.ts'
export { type Authentication, isLoopback, type Secret, type TargetDescription } from './target-description.ts'
export { ConfigFile, TargetSettings } from './target-settings.ts'
