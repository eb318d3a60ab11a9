import type { RequestListener } from 'node:http'
import type { Control } from '@scimulator/shared/behaviour'
import type { Send } from '@scimulator/shared/provisioning'
import type { Ids, Schedule } from '@scimulator/shared/runtime'
import type { z } from 'zod'

/** A receiver, a tenant, an organisation: what the world holds of each. */
export interface Program {
  readonly control: Control
  readonly handle: RequestListener
  close(): Promise<void>
}

export interface ProgramSetup {
  readonly schedule: Schedule
  readonly ids: Ids
  readonly send: Send
  /** Base URL that the program gives out; its listening port is another matter. */
  readonly publicUrl: string
  /** What the file's `given` says of it, already checked. */
  readonly options: unknown
}

/** How a program comes into a world. */
export interface ProgramKind {
  /** The control's name: `lark`, `entra`, `jumpcloud`. */
  readonly name: string
  /** Its member of `given`: `receiver`, `entra`, `jumpcloud`. */
  readonly given: string
  readonly options: z.ZodType
  /** Whether others send requests to it, so that it listens from the start and is there in every world. */
  readonly isReceiver: boolean
  create(setup: ProgramSetup): Program
}

/** The fixed base URL of a world's receiver; the transport maps it to the real port. */
export const RECEIVER_URL = 'http://receiver.scimulator.test'
