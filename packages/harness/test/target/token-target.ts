import { connectTarget } from '../../src/target/connect-target.ts'
import { describeGiven } from '../../src/target/describe-target.ts'
import { type GuardedTarget, type GuardTargetOptions, guardTarget } from '../../src/target/guarded-target.ts'
import { loadSecrets } from '../../src/target/load-secrets.ts'

/** A foreign target of a test: its base URL and its bearer token. It keeps no ledger on disk unless a folder is named. */
export function tokenTarget(url: string, token: string, options: GuardTargetOptions = {}): Promise<GuardedTarget> {
  const description = describeGiven({ url, token }, {})
  const loaded = loadSecrets(description, { env: {}, readFile: () => '', readStdin: () => '' })
  return guardTarget(connectTarget(description, loaded), { ledgerFolder: false, ...options })
}
