import type { ViewItem } from '@scimulator/shared/behaviour'

/** What must hold after every step of every scenario. */
export interface Checker {
  /** A sentence in the present tense. */
  readonly name: string
  /** Views it reads, by their full names; it is left out where one of them does not exist. */
  readonly views: readonly string[]
  /** One line for each violation, naming who it is about. */
  check(views: ReadonlyMap<string, readonly ViewItem[]>): readonly string[]
}
