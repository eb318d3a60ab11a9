// A target described by flags and environment, as a command would, and connected.
import { readFileSync } from 'node:fs'
import { type ConnectedTarget, type ConnectOptions, connectTarget } from '../../src/target/connect-target.ts'
import { describeTarget } from '../../src/target/describe-target.ts'
import { loadSecrets } from '../../src/target/load-secrets.ts'
import type { Environment, TargetFlags } from '../../src/target/read-settings.ts'
import type { TargetDescription } from '../../src/target/target-description.ts'

export function described(flags: TargetFlags, env: Environment = {}): TargetDescription {
  const target = describeTarget({ flags, env })
  if (!target) throw new Error('no target')
  return target
}

export interface Connected {
  readonly target: TargetDescription
  readonly connected: ConnectedTarget
  /** GET of a path below the base URL, signed in; the status, or the named failure. */
  get(path?: string): Promise<string>
}

export function connectedTo(flags: TargetFlags, env: Environment = {}, options: ConnectOptions = {}): Connected {
  const target = described(flags, env)
  const readFile = (path: string): string => readFileSync(path, 'utf8')
  const loaded = loadSecrets(target, { env, readFile, readStdin: () => env.STDIN ?? '' })
  const connected = connectTarget(target, loaded, options)
  return {
    target,
    connected,
    async get(path = '/Users') {
      const request = { method: 'GET', url: `${connected.url}${path}`, headers: connected.headers } as const
      const { response, failure } = await connected.send(request)
      return response ? String(response.status) : `${failure?.kind}: ${failure?.message}`
    },
  }
}
