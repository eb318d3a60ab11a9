import { BadInput } from '@scimulator/harness/scenario'
import {
  assertConsent,
  isLoopback,
  readDescription,
  type TargetDescription,
  type TargetFlags,
} from '@scimulator/harness/target'

/** What the person who started the server has allowed; nothing that a model says adds to it. */
export interface Allowed {
  /** How the endpoint is reached, as every command takes it; with a target, that one alone is tested. */
  readonly flags: TargetFlags
  readonly iOwnThisTarget: boolean
  readonly env: NodeJS.ProcessEnv
}

/**
 * The endpoint that may be tested: the one that the server was started for, or else one on this machine.
 *
 * @param url as the model gives it
 * @throws BadInput when it is another one, or on another machine and no person has said that they own it
 */
export function allowedTarget({ flags, iOwnThisTarget, env }: Allowed, url: string | undefined): TargetDescription {
  const started = flags.target === undefined ? undefined : readDescription(flags, { env })
  if (started) {
    if (url !== undefined && withoutSlash(url) !== withoutSlash(started.url) && url !== flags.target)
      throw new BadInput(`This server was started for ${started.url} alone. A person has to start it for ${url}.`)
    assertConsent(started, iOwnThisTarget)
    return started
  }
  if (url === undefined)
    throw new BadInput('Give the SCIM base URL of the endpoint, such as http://localhost:3000/scim/v2.')
  if (!URL.canParse(url) || !isLoopback(url))
    throw new BadInput(
      `${url} is not on this machine. A person who owns it has to start the server: scimulator mcp --target ${url} --i-own-this-target.`,
    )
  const described = readDescription({ ...flags, target: url }, { env })
  if (!described) throw new BadInput(`${url} is no SCIM base URL.`)
  assertConsent(described, false)
  return described
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
