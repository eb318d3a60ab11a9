// The lives that an endpoint is put through, each with a company of its own, all at the same time.
import type { Victim } from '@scimulator/findings'
import type { Send } from '@scimulator/shared/provisioning'
import type { Application } from '../doors.ts'
import type { Facts } from '../facts.ts'
import { readable } from '../freshness.ts'
import type { OpenShare } from '../share.ts'
import { EntraIdentityProvider } from './entra-identity-provider.ts'
import type { Sender } from './expected-directory.ts'
import { JumpCloudIdentityProvider } from './jumpcloud-identity-provider.ts'
import { LifeTape } from './life-tape.ts'
import { type Life, live } from './live.ts'

export interface LivesOptions {
  readonly facts: Facts
  readonly url: string
  readonly token: string
  readonly openShare: OpenShare
  pause(ms: number): Promise<void>
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly only: readonly Victim[]
  /** Of those who concern the verdicts that are asked for, these. */
  readonly senders: readonly Sender[]
  readonly application: Application
  readonly onLife?: (life: LifeWithTraces) => void
}

/** A life with what it sent, and what of it could not be removed. */
export type LifeWithTraces = Life & { readonly tape: LifeTape; readonly leftBehind: readonly string[] }

const CONCERNS: Readonly<Record<Sender, Victim>> = {
  entra: 'entra',
  entraLegacy: 'entraLegacy',
  onDemand: 'entraLegacy',
  jumpcloud: 'jumpcloud',
}

export const SENDERS: readonly Sender[] = ['entra', 'entraLegacy', 'onDemand', 'jumpcloud']

export async function allLives(options: LivesOptions): Promise<void> {
  const { facts, only, onLife } = options
  const senders = options.senders.filter((sender) => only.includes(CONCERNS[sender]))
  await Promise.all(
    senders.map(async (sender) => {
      const life = await lifeOf(sender, options)
      onLife?.(life)
      // Where the test of groups fails, JumpCloud still provisions people without group management.
      if (sender !== 'jumpcloud' || !facts.groups || life.acts.length > 0) return
      onLife?.(await lifeOf(sender, { ...options, facts: { ...facts, groups: false } }))
    }),
  )
}

async function lifeOf(sender: Sender, options: LivesOptions): Promise<LifeWithTraces> {
  const { openShare, pause } = options
  const share = await openShare(`life ${sender}`)
  const facts = { ...options.facts, prefix: share.mark, phone: share.phone }
  const { providerSend, onWire, stem } = share
  const tape = new LifeTape(sender)
  const send = readable(tape.recording(share.send), pause, options.facts.freshness)
  const provider = (over: Send) => providerOf(sender, { ...options, facts, send: over, stem })
  const life = await live({
    application: options.application,
    facts,
    sender,
    send,
    pause,
    providerSend,
    provider,
    onWire,
    stem,
    onAct: (act) => tape.ends(act),
  })
  return { ...life, tape, leftBehind: await share.cleanUp() }
}

function providerOf(sender: Sender, options: LivesOptions & { readonly send: Send; readonly stem: string }) {
  const { send, url, token, start, facts } = options
  const { emailDomain, prefix: seed } = facts
  const withRoles = facts.keeps.has('roles')
  const given = { send, url, token, start, emailDomain, seed, withRoles, stem: options.stem }
  // JumpCloud puts its paths behind the URL as it was typed.
  const typed = { ...given, url: facts.endsInSlash ? `${url}/` : url }
  if (sender === 'jumpcloud') return new JumpCloudIdentityProvider(typed, facts.groups)
  return new EntraIdentityProvider(sender, given)
}
