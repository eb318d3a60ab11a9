// The lives that an endpoint is put through, each with a company of its own, all at the same time.
import type { Victim } from '@scimulator/findings'
import type { Edges } from '../asking.ts'
import type { Facts } from '../facts.ts'
import { EntraIdentityProvider } from './entra-identity-provider.ts'
import type { Sender } from './expected-directory.ts'
import { JumpCloudIdentityProvider } from './jumpcloud-identity-provider.ts'
import { type Life, live } from './live.ts'

export interface LivesOptions extends Edges {
  readonly facts: Facts
  readonly url: string
  readonly token: string
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly only: readonly Victim[]
  readonly onLife?: (life: Life) => void
}

const CONCERNS: Readonly<Record<Sender, Victim>> = {
  entra: 'entra',
  entraLegacy: 'entraLegacy',
  onDemand: 'entraLegacy',
  jumpcloud: 'jumpcloud',
}

export const SENDERS: readonly Sender[] = ['entra', 'entraLegacy', 'onDemand', 'jumpcloud']

export async function allLives(options: LivesOptions): Promise<readonly Life[]> {
  const { facts, only, onLife } = options
  const senders = SENDERS.filter((sender) => only.includes(CONCERNS[sender]))
  const lives = senders.map(async (sender) => {
    const life = await lifeOf(sender, options)
    onLife?.(life)
    // Where the test of groups fails, JumpCloud still provisions people without group management.
    if (sender !== 'jumpcloud' || !facts.groups || life.acts.length > 0) return [life]
    const second = await lifeOf(sender, { ...options, facts: { ...facts, groups: false } }, 'again')
    onLife?.(second)
    return [life, second]
  })
  return (await Promise.all(lives)).flat()
}

function lifeOf(sender: Sender, options: LivesOptions, name: string = sender): Promise<Life> {
  return live({ ...options, sender, name, provider: (send) => providerOf(sender, name, { ...options, send }) })
}

function providerOf(sender: Sender, name: string, options: LivesOptions) {
  const { send, url, token, start, facts } = options
  const { emailDomain } = facts
  const given = { send, url, token, start, emailDomain, seed: `${facts.prefix}-${name.toLowerCase()}` }
  return sender === 'jumpcloud'
    ? new JumpCloudIdentityProvider(given, facts.groups)
    : new EntraIdentityProvider(sender, given)
}
