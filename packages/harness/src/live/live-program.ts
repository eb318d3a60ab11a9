import type { RequestListener } from 'node:http'
import type { Control, Quirk } from '@scimulator/shared/behaviour'
import type { Send } from '@scimulator/shared/provisioning'
import type { Schedule } from '@scimulator/shared/runtime'
import type { ReadEffects } from './effects.ts'

/** A program as a world that stands holds it. */
export interface LiveProgram {
  /** Everything that it can do, under its own name. */
  readonly control: Control
  /** Other names of its vocabulary: `lark` of a receiver with Lark's rules. */
  readonly aliases?: readonly string[]
  readonly handle: RequestListener
  /** What requests have changed in it since this was last called, of a program that keeps a log of that. */
  readonly effects?: ReadEffects
  close(): Promise<void>
}

export interface LiveProgramKind {
  /** `receiver`, `entra`, `jumpcloud`. */
  readonly name: string
  /** Whether it is kept on disk. Then it cannot be made anew while the world stands, and is emptied instead. */
  readonly isKept: boolean
  /** Behaviours of it that surprise receivers, for the catalogue. */
  readonly quirks?: readonly Quirk[]
  open(setup: LiveSetup): LiveProgram | Promise<LiveProgram>
}

export interface LiveSetup {
  readonly schedule: Schedule
  /** Sends its requests; they are on the wire of the world. */
  readonly send: Send
}
