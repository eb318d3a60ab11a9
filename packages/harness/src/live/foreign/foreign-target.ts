// Somebody's own endpoint in the receiver's place, as a world sees it. The giver holds the guard: nothing of theirs is changed.
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'

export type ForeignKind = 'Users' | 'Groups'

/** What a look came to: a resource, nobody, or an answer that says neither. */
export type Seen = ForeignResource | 'absent' | 'unknown'

/** A resource as it was read, in the world's names. */
export type ForeignResource = { readonly id: string } & Readonly<Record<string, unknown>>

export interface Reachable {
  readonly reachable: boolean
  readonly status: number | null
  readonly durationMs: number
  /** Why not, in words; null where it answers. */
  readonly reason: string | null
}

export interface ForeignTarget {
  /** As an administrator pastes it into an identity provider. */
  readonly url: string
  /** How it is signed in to: `bearer`, `basic`, `oauth`, or `none` where nothing but headers says who asks. */
  readonly authentication: string
  /** Whether it answered when it was last asked, by anybody. */
  readonly reachable: boolean
  /** Stands for the way to sign in, which the target's own connection puts in. */
  readonly token: string
  /** What an identity provider sends. */
  readonly send: Send
  /** What may be kept of an exchange: of those who are not ours their ids. */
  covered(exchange: Exchange): Exchange
  /** Sends a GET once more and hands out the whole answer, for the reader who has asked to see it. It is kept nowhere. */
  uncovered(request: ScimRequest): Promise<Exchange>
  /** What asks for a finding: `scimulator test URL --finding ID`. */
  proving(finding: string): string
  /** Whether it is looked at before and after each write; else what a write has changed is read from its answer. */
  readonly isObserved: boolean
  /** Reads one resource past the log. Never throws. */
  look(kind: ForeignKind, id: string): Promise<Seen>
  /** What was made there and is there. @throws Error when it cannot be read */
  readOwn(kind: ForeignKind): Promise<readonly ForeignResource[]>
  /** How many resources were made there, less those that were deleted. */
  made(): { readonly users: number; readonly groups: number }
  /** Why nothing more is sent: it stopped answering, or somebody who was there has changed. */
  readonly ended: string | undefined
  check(): Promise<Reachable>
  /** Deletes what was made there; what comes later is another run's. @returns a line for each thing that is still there */
  clear(): Promise<readonly string[]>
}
