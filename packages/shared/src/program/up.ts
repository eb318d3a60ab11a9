// What `scimulator NAME up` is for one program: its options as data, and how it is opened with what was given.
import type { Clock } from '../runtime/index.ts'
import type { HostedProgram, ProgramSetup } from './hosted-program.ts'

/** One option, as `--help` shows it. */
export interface UpOption {
  /** `--token <secret>`; `<name...>` takes several. */
  readonly flags: string
  readonly about: string
  readonly default?: string | readonly string[]
  readonly choices?: readonly string[]
  /** Read as the number of a port. */
  readonly isPort?: true
}

/** What `--help` says of an `up`, known without loading the program. */
export interface UpFacts {
  readonly about: string
  /** Beside those of every `up`; one of the same name replaces it. */
  readonly options: readonly UpOption[]
  /** Those of every `up` that mean nothing to this program: `--allow-target`. */
  readonly without?: readonly string[]
  /** What follows `scimulator NAME up`, a line each. */
  readonly examples: readonly string[]
}

/** The values of a program's own options, by the names that commander gives them. */
export type UpFlags = Readonly<Record<string, unknown>>

/** How a program is served by itself, beyond how it is made in a world. */
export interface OwnUp {
  /**
   * Reads the options, before anything is served.
   *
   * @param options what `--profile` and `--switch` come to, as `given` of a scenario has it
   * @throws BadOption
   */
  serve(flags: UpFlags, options: unknown): Serving | Promise<Serving>
  /** People of one part, where `load-company` knows whom an earlier part has brought: a large company is loaded in parts. */
  readonly companyInParts?: number
}

export interface Serving {
  /** In place of what `--profile` and `--switch` come to. */
  readonly options?: unknown
  /** In place of `create` and `open`. Without a folder in memory. @throws BadOption */
  open?(folder: string | undefined, setup: ServeSetup): ServedProgram | Promise<ServedProgram>
}

export interface ServeSetup extends ProgramSetup {
  /** Real time, whatever the program's own clock says: clients wait by it. */
  readonly clientClock: Clock
  /** Waits in real time; left out where the program's clock is virtual. */
  readonly pause?: (ms: number) => Promise<void>
}

export interface ServedProgram extends HostedProgram {
  /**
   * What people are told once it listens, a line each; the first ends with how to stop it.
   *
   * @param kept the folder, or `in memory`
   */
  greet?(url: string, kept: string): readonly string[] | Promise<readonly string[]>
}

/** An option that cannot be; its message is for people, and says the way out. */
export class BadOption extends Error {
  override readonly name = 'BadOption'
}
