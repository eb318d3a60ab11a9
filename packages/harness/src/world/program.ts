import type { RequestListener } from 'node:http'
import type { Control } from '@scimulator/shared/behaviour'
import type { HeaderList, Send } from '@scimulator/shared/provisioning'
import type { Ids, Schedule } from '@scimulator/shared/runtime'
import type { z } from 'zod'
import type { SyncSourceAccess } from './source-book.ts'

/** A receiver, a tenant, an organisation: what the world holds of each. */
export interface Program {
  readonly control: Control
  /** The same by vocabulary, where one program has several; scenarios use these. */
  readonly controls?: readonly Control[]
  readonly handle: RequestListener
  /** Headers with which its owner's scripts call its interfaces. `url` is where it listens. */
  signIn?(send: Send, url: string): Promise<HeaderList>
  /** Whether it only holds the place of a receiver that is elsewhere. */
  readonly isStandIn?: true
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
  /** At somebody else's endpoint: whether the account with this id is theirs, so that no program takes it into a directory of its own. */
  readonly isTheirs?: (id: string) => boolean
}

/** How a program comes into a world. */
export interface ProgramKind {
  /** The control's name: `receiver`, `entra`, `jumpcloud`. */
  readonly name: string
  /** What goes into the hash of its ids; the name when left out. Frozen, because ids and the order of objects follow from it. */
  readonly actor?: string
  /** Its member of `given`: `receiver`, `entra`, `jumpcloud`. */
  readonly given: string
  readonly options: z.ZodType
  /** Whether others send requests to it, so that it listens from the start and is there in every world. */
  readonly isReceiver: boolean
  create(setup: ProgramSetup): Program
  /** Of a receiver: what stands in for it where a foreign target takes its place. */
  standIn?(target: SyncSourceAccess): Program
}

export function controlsOf({ control, controls }: Program): readonly Control[] {
  return controls ?? [control]
}

export function actorOf({ name, actor }: ProgramKind): string {
  return actor ?? name
}

/** The fixed base URL of a world's receiver; the transport maps it to the real port. */
export const RECEIVER_URL = 'http://receiver.scimulator.test'
