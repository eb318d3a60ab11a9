// The lives that an endpoint is put through, each with a company of its own, all at the same time.
import { type Victim, victimOf } from '@scimulator/findings'
import { carryOut, type Send } from '@scimulator/shared/provisioning'
import type { Application } from '../doors.ts'
import type { Facts } from '../facts.ts'
import { readable } from '../freshness.ts'
import type { OpenShare } from '../share.ts'
import { EntraIdentityProvider, type ProviderOptions } from './entra-identity-provider.ts'
import type { Sender } from './expected-directory.ts'
import { JumpCloudIdentityProvider } from './jumpcloud-identity-provider.ts'
import { LifeTape } from './life-tape.ts'
import { type Life, live } from './live.ts'
import { OktaIdentityProvider } from './okta-identity-provider.ts'
import { asSwitches, FORMED_ACTS, formsOf, type OtherForm } from './other-forms.ts'

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
  /** A shorter life in other forms follows, where that is wanted. */
  readonly onOtherForms?: (life: LifeWithTraces) => void
}

/** A life with what it sent, and what of it could not be removed. */
export type LifeWithTraces = Life & { readonly tape: LifeTape; readonly leftBehind: readonly string[] }

export const SENDERS: readonly Sender[] = ['entra', 'entraLegacy', 'onDemand', 'jumpcloud', 'okta', 'oktaCatalogue']

/** So many at a time: each holds people and groups at the endpoint, and the limit of both is for all of them and the questions. */
const AT_A_TIME = 3

/** The long ones first; the shorter ones in other forms take the places of those that are over. */
export async function allLives(options: LivesOptions): Promise<void> {
  const { only, onOtherForms } = options
  const senders = options.senders.filter((sender) => only.includes(victimOf(sender)))
  const formed = onOtherForms ? senders.filter((sender) => formsOf(sender).length > 0) : []
  const usual = senders.map((sender) => () => usualLife(sender, options))
  const other = formed.map((sender) => async () => {
    onOtherForms?.(await formedLife(sender, options, formsOf(sender)))
  })
  await carryOut([...usual, ...other], AT_A_TIME, (lives) => lives())
}

async function usualLife(sender: Sender, options: LivesOptions): Promise<void> {
  const { facts, onLife } = options
  const life = await lifeOf(sender, options)
  onLife?.(life)
  // Where the test of groups fails, JumpCloud still provisions people without group management.
  if (sender !== 'jumpcloud' || !facts.groups || life.acts.length > 0) return
  onLife?.(await lifeOf(sender, { ...options, facts: { ...facts, groups: false } }))
}

/** A life in other forms. It asks no doors. @param acts ids of acts, in the order of the story */
export function formedLife(
  sender: Sender,
  options: LivesOptions,
  forms: readonly OtherForm[],
  acts: readonly string[] = FORMED_ACTS,
): Promise<LifeWithTraces> {
  return lifeOf(sender, { ...options, application: { doors: [] }, forms: asSwitches(forms), acts })
}

interface LifeForms {
  readonly forms?: Readonly<Record<string, unknown>>
  readonly acts?: readonly string[]
}

async function lifeOf(sender: Sender, options: LivesOptions & LifeForms): Promise<LifeWithTraces> {
  const { openShare, pause, acts } = options
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
    ...(acts === undefined ? {} : { acts }),
    onAct: (act) => tape.ends(act),
  })
  return { ...life, tape, leftBehind: await share.cleanUp() }
}

function providerOf(sender: Sender, options: LivesOptions & LifeForms & Pick<ProviderOptions, 'send' | 'stem'>) {
  const { send, url, token, start, facts, forms: switches = {} } = options
  const { emailDomain, prefix: seed } = facts
  const withRoles = facts.keeps.has('roles')
  const given = { send, url, token, start, emailDomain, seed, withRoles, stem: options.stem, switches }
  // JumpCloud puts its paths behind the URL as it was typed.
  const typed = { ...given, url: facts.endsInSlash ? `${url}/` : url }
  if (sender === 'jumpcloud') return new JumpCloudIdentityProvider(typed, facts.groups)
  if (sender === 'okta' || sender === 'oktaCatalogue') return new OktaIdentityProvider(sender, given, facts.groups)
  return new EntraIdentityProvider(sender, given)
}
