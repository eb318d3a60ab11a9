// What a program says of itself, so that hosts, checks and pages of programs loop over a list and knows none of them by name.
import type { RequestListener } from 'node:http'
import type { z } from 'zod'
import type { Control, Fidelity, Quirk, SwitchDefinition } from '../behaviour/index.ts'
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

/** One program: how it comes into being, and the facts about it that are asked of every program alike. */
export interface ProgramDescriptor {
  /** The control's name: `receiver`, `entra`, `jumpcloud`. */
  readonly name: string
  /** As a heading has it: `Entra ID`. */
  readonly title: string
  /** What goes into the hash of its ids; the name when left out. Frozen, because ids and the order of objects follow from it. */
  readonly actor?: string
  /** Its member of `given`. */
  readonly given: string
  readonly options: z.ZodType
  /** Whether others send requests to it, so that it listens from the start and is there in every world. */
  readonly isReceiver: boolean
  readonly switches: Readonly<Record<string, SwitchDefinition>>
  readonly quirks: readonly Quirk[]
  /** What of the vendor's service is here and what is not; loaded for the pages that tell it. */
  fidelity(): Promise<Fidelity>
  /** What its verb `load-company` is given beside the company of a demonstration. */
  readonly demoInput?: Readonly<Record<string, unknown>>
  /** Newest version of its data, by the names that the files of a folder carry. */
  readonly dataVersions: Readonly<Record<string, number>>
  /** In memory. */
  create(setup: ProgramSetup): HostedProgram
  /** On disk, in a folder that one process holds at a time. */
  open(folder: string, setup: ProgramSetup): Promise<HostedProgram>
}

/** A line in a list of programs: what `--help` says of it at once, the program when it is asked for. */
export interface ProgramEntry {
  readonly name: string
  /** For `--help`. */
  readonly about: string
  /** Where its `up` listens when no port is given; one that nobody else of the list has. */
  readonly port: number
  load(): Promise<ProgramDescriptor>
}
