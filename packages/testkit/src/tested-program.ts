import type { HostedProgram, ProgramEntry } from '@scimulator/shared/program'
import type { Schedule, VirtualSchedule } from '@scimulator/shared/runtime'

/** What acts on a program, for a test that fills it. */
interface Filling {
  readonly program: HostedProgram
  readonly schedule: Schedule | VirtualSchedule
  /** A service provider that keeps what it is sent. */
  readonly target: { readonly url: string; readonly token: string }
  act(verb: string, input?: object): Promise<unknown>
  keys(view: string): Promise<readonly string[]>
  /** Time goes on by so many minutes. */
  wait(minutes: number): Promise<void>
}

/** A program with what tests need to know to hold it to what all are held to. */
export interface TestedProgram extends ProgramEntry {
  /** Gives it people, logs, and something provisioned. */
  fill(filling: Filling): Promise<void>
  /** Its people, at least three of them, and the attribute by which they are sorted here. */
  readonly people: { readonly view: string; readonly name: string }
  /** A verb that makes an item of this name, and where it is seen then. */
  creates(name: string): { readonly verb: string; readonly input: object; readonly view: string; readonly key: string }
  /** An input that is wrong in one member. */
  readonly wrong: { readonly verb: string; readonly input: object; readonly path: readonly (string | number)[] }
  /** All verbs that are said to change nothing, each with an input. */
  still(person: string): Readonly<Record<string, object>>
  /** Path of a scenario that uses it, for one that no file of the collection uses. */
  readonly scenario?: string
  /** How many verbs it has at least, and how many views show something when it is filled. */
  readonly atLeast: { readonly verbs: number; readonly views: number }
}
