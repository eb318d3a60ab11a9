// What a program says of itself, so that hosts, checks and pages of programs loop over a list and knows none of them by name.
import type { Server } from 'node:http'
import type { z } from 'zod'
import type { Fidelity, Quirk, SwitchDefinition } from '../behaviour/index.ts'
import type { HostedProgram, ProgramSetup } from './hosted-program.ts'
import type { OwnUp, UpFacts } from './up.ts'

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
  /** Adds to its server what a listener cannot see, such as `clientError`. */
  prepareServer?(server: Server): void
  /** Of one whose `up` has options of its own. */
  readonly up?: OwnUp
}

/** A line in a list of programs: what `--help` says of it at once, the program when it is asked for. */
export interface ProgramEntry {
  readonly name: string
  /** For `--help`. */
  readonly about: string
  /** Where its `up` listens when no port is given; one that nobody else of the list has. */
  readonly port: number
  /** Of one whose `up` has options of its own. */
  readonly up?: UpFacts
  load(): Promise<ProgramDescriptor>
}
