// A program as its host holds it, and what it is made with.
import type { RequestListener } from 'node:http'
import type { Control } from '../behaviour/index.ts'
import type { ScimHandler } from '../http/index.ts'
import type { HeaderList, Send } from '../provisioning/index.ts'
import type { Ids, Schedule } from '../runtime/index.ts'
import type { FolderListeners } from '../store/index.ts'

/** A receiver, a tenant, an organisation: what its host holds of each. */
export interface HostedProgram {
  readonly control: Control
  /** The same by vocabulary, where one program has several; scenarios use these. */
  readonly controls?: readonly Control[]
  readonly handle: RequestListener
  /** Of a receiver: its SCIM interface without any server. */
  readonly scim?: ScimHandler
  /** Headers with which its owner's scripts call its interfaces. `url` is where it listens. */
  signIn?(send: Send, url: string): Promise<HeaderList>
  close(): Promise<void>
}

/** What a host gives to a program that it makes. */
export interface ProgramSetup extends FolderListeners {
  readonly schedule: Schedule
  readonly ids: Ids
  readonly send: Send
  /** Base URL that the program gives out; its listening port is another matter. */
  readonly publicUrl: string
  /** What the file's `given` says of it, already checked. */
  readonly options: unknown
  /** At somebody else's endpoint: whether the account with this id is theirs, so that no program takes it into a directory of its own. */
  readonly isTheirs?: (id: string) => boolean
  /** Called with internal errors, which clients see as a plain 500. */
  readonly onFault?: (fault: unknown) => void
}
