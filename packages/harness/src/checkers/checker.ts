import type { ViewItem } from '@scimulator/shared/behaviour'

/** What must hold after every step of every scenario. */
export interface Checker {
  /** A sentence in the present tense. */
  readonly name: string
  /** Views it reads, by their full names; it is left out where one of them is not there. */
  readonly views: readonly string[]
  /** One line for each violation, naming who it is about. */
  check(seen: Seen): readonly string[]
}

interface Seen {
  /** Items of a view; empty for one that the checker has not asked for. */
  items(view: string): readonly ViewItem[]
  /** Ids of every resource that the receiver has shown at any time of the run. */
  readonly resourceIds: Set<string>
}
