// A readiness suite as data: what somebody has published, row by row in our own words, and the questions that decide the rows.
import type { Send } from '@scimulator/shared/provisioning'
import type { Answer } from '../examine/answer.ts'
import type { Asking } from '../examine/asking.ts'
import type { Facts } from '../examine/facts.ts'
import type { Questioner } from '../examine/questioner.ts'
import type { Authentication } from '../target/target-description.ts'
import type { RowNotes } from './row-notes.ts'

/** The words of RFC 2119 that oblige. */
export const MODALS = ['MUST', 'MUST NOT', 'SHALL', 'SHALL NOT', 'REQUIRED'] as const
export type Modal = (typeof MODALS)[number]

/** Why a row is decided by nobody, whatever the endpoint answers. The list is closed. */
export const UNDECIDABLE = {
  'not-observable': 'cannot be observed from outside',
  'client-duty': 'is the client’s duty',
  'asks-for-papers': 'is about papers and contracts, not about the endpoint',
} as const
export type Undecidable = keyof typeof UNDECIDABLE

/** What is between a client and an endpoint of the same machine says nothing of how others reach it. */
export const ON_THIS_MACHINE = `${UNDECIDABLE['not-observable']}: the endpoint is on this machine`

export interface Row {
  /** Within its section, such as `location-header`. */
  readonly id: string
  /** What is published as optional or recommended warns where it does not hold. */
  readonly level: 'required' | 'optional'
  /** In the RFCs: the word that obliges. */
  readonly modal?: Modal
  /** What must hold, in our own words. */
  readonly says: string
  /** Absent where a question of the section decides. */
  readonly undecidable?: Undecidable
}

/** Part of a section: a small conversation, and the rows that it decides. */
export interface RowQuestion {
  /** Ids of rows of the section. */
  readonly decides: readonly string[]
  /** Asked while nothing else of ours runs: it is about a whole collection. */
  readonly quiet?: boolean
  ask(q: Questioner, note: RowNotes): Asking
}

/** The same, acted by a simulated identity provider: what it sends decides, and what is read afterwards. */
export interface EngineQuestion {
  readonly decides: readonly string[]
  act(stage: Stage): Promise<void>
}

/** What an identity provider is put on. */
export interface Stage {
  readonly facts: Facts
  /** Makes and reads as a question does, and notes. */
  readonly q: Questioner
  readonly note: RowNotes
  /** Base URL and the token for it. */
  readonly url: string
  readonly token: string
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly send: Send
  /** Wraps what the identity provider sends through. */
  providerSend(send: Send): Send
  /** How a name of its people leaves the identity provider. */
  onWire(text: string): string
  /** How the names of its people begin. */
  readonly stem: string
  /** Carries out a small conversation of our own. */
  ask<Result>(asking: Asking<Result>): Promise<Result>
}

export interface Section {
  /** Such as `rfc7644-3.3`. */
  readonly id: string
  /** Where it is published: `RFC 7644 §3.3`. */
  readonly source: string
  readonly title: string
  readonly rows: readonly Row[]
  readonly questions: readonly RowQuestion[]
  readonly engines?: readonly EngineQuestion[]
  /** Rows that are decided by how the endpoint is reached. */
  readonly access?: AccessQuestion
}

/** Decided by the description of the target, and by the request for its access token where there was one. */
interface AccessQuestion {
  readonly decides: readonly string[]
  look(access: Access, note: RowNotes): void
}

export interface Access {
  /** Absent for a handler in this process. */
  readonly authentication: Authentication | undefined
  /** Without secrets; `undefined` where no token was asked for. */
  readonly token: Answer | undefined
  /** A plain question that was let in with it. */
  readonly letIn: Answer
}

export const SUITE_NAMES = ['entra-gallery', 'okta', 'rfc'] as const
export type SuiteName = (typeof SUITE_NAMES)[number]

/** What was published, by whom, and as of when: a pass is about that and no other version. */
export interface Kit {
  readonly name: string
  readonly publisher: string
  readonly version: string
  /** Of publication, `YYYY-MM-DD` or `YYYY-MM`. */
  readonly date: string
  readonly url: string
}

export interface Suite {
  readonly name: SuiteName
  readonly kit: Kit
  readonly sections: readonly Section[]
}

/** As a check of the examination is called. */
export function checkOf(section: Pick<Section, 'id'>, row: string): string {
  return `${section.id}/${row}`
}

export function must(id: string, says: string, modal: Modal = 'MUST'): Row {
  return { id, level: 'required', modal, says }
}

export function undecidable(id: string, why: Undecidable, says: string, modal: Modal = 'MUST'): Row {
  return { ...must(id, says, modal), undecidable: why }
}
