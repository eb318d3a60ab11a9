import type { HttpRequest, HttpResponse, Listening, ListenOptions } from './http-types.ts'

/** One item of a view. */
export interface ViewItem {
  /** What a person calls it: a userName, a group's name, the number of a log entry. Unique within the view. */
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

/** What can be kept of a program and put back; a value of JSON that means nothing outside it. */
export type Snapshot = unknown

/** What all programs have in common beside their verbs. */
export interface Program<View extends string> {
  /** Answers a request of node:http. Mount it before body parsers: it reads the body itself. */
  readonly handle: (request: HttpRequest, response: HttpResponse) => void
  /** Serves on loopback unless told otherwise. Rejects with the port and the way out when the port is in use. */
  listen(options?: ListenOptions): Promise<Listening>
  /** What the program shows, such as its people. Rejects when there is no such view, or the query does not fit. */
  view(name: View, query?: object): Promise<readonly ViewItem[]>
  /** Empties the program; what it was made with is there again. */
  reset(): void
  /** What the program holds, for `restore`. */
  snapshot(): Snapshot
  /** Goes back to a snapshot of the same program. @throws an Error for anything else. */
  restore(snapshot: Snapshot): void
  /** Stops listening and frees everything; a closed program answers nothing. */
  close(): Promise<void>
}

/** A program whose time moves only when it is told to. */
export interface Timed {
  /** ISO 8601, such as 2026-01-05T08:00:00Z. */
  now(): string
  /** Moves the clock by a duration such as `40m` or `1d 12h`; all that falls due happens, in order, and nothing waits in real time. */
  advance(by: string): Promise<void>
}
