import { BadInput } from '@scimulator/harness/scenario'
import type { TargetOptions } from '@scimulator/harness/world'
import { probe, UnreadableTarget } from '@scimulator/harness/world'
import { createSender } from '@scimulator/shared/http'
import { systemClock } from '@scimulator/shared/runtime'

export interface TargetArguments {
  readonly tokenEnv?: string
  readonly namespace?: string
  readonly iOwnThisTarget?: boolean
}

/** The target of a run, asked once before anything is created there. @throws BadInput */
export async function readTarget(url: string, given: TargetArguments): Promise<TargetOptions> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new BadInput(
      `--target "${url}" is no http or https URL. Give the SCIM base URL, such as https://scim.example/v2.`,
    )
  }
  if (new URL(url).search !== '') {
    throw new BadInput(
      `--target "${url}" has a query. Give the base URL alone; a client's suffix comes from the scenario.`,
    )
  }
  if (!given.iOwnThisTarget) {
    throw new BadInput(
      `Scenarios create, change and delete accounts at ${url}. If it is yours and made for tests, add --i-own-this-target.`,
    )
  }
  const target = { url, token: tokenFrom(given.tokenEnv), namespace: given.namespace ?? 'scimulator-' }
  await assertAnswers(target)
  return target
}

function tokenFrom(name: string | undefined): string {
  if (name === undefined)
    throw new BadInput('--target needs --token-env NAME, the environment variable with the token.')
  const token = process.env[name]
  if (token !== undefined && token !== '') return token
  throw new BadInput(`The environment variable ${name} (--token-env) is not set. Put the target's token there.`)
}

async function assertAnswers({ url, token }: TargetOptions): Promise<void> {
  const sender = createSender({ clock: systemClock, allowedOrigins: new Set([new URL(url).origin]) })
  try {
    await probe(sender.send, { url: url.replace(/\/+$/, ''), token })
  } catch (error) {
    if (error instanceof UnreadableTarget) throw new BadInput(`The target cannot be used. ${error.message}`)
    throw error
  } finally {
    await sender.close()
  }
}
