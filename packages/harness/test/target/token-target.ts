import { connectTarget } from '../../src/target/connect-target.ts'
import { describeGiven } from '../../src/target/describe-target.ts'
import { loadSecrets } from '../../src/target/load-secrets.ts'
import type { TargetOptions } from '../../src/world/target.ts'

/** A foreign target of a test: its base URL and its bearer token. */
export function tokenTarget(url: string, token: string, namespace = 'zz-'): TargetOptions {
  const description = describeGiven({ url, token }, {})
  const loaded = loadSecrets(description, { env: {}, readFile: () => '', readStdin: () => '' })
  return { connected: connectTarget(description, loaded), namespace }
}
