// A program that stands, filled, with what requests need to know of it: the ids behind their names, how one signs in, what it has.
import type { RequestListener, Server } from 'node:http'
import type { Control } from '@scimulator/shared/behaviour'
import type { HeaderList } from '@scimulator/shared/provisioning'
import type { Memory } from '../heap.ts'
import type { Answered, Asked } from './request.ts'

export interface World {
  readonly handle: RequestListener
  /** As the program's own server is prepared. */
  readonly prepareServer?: (server: Server) => void
  /** In this process, or over a socket. */
  ask(asked: Asked): Promise<Answered>
  /** What is said of verbs and views, to write requests by. */
  readonly control: Control
  /** Where several stand at one address: of each. */
  readonly controls?: readonly Control[]
  /** Headers of somebody who may. */
  readonly signedIn: HeaderList
  /** What `ID0` and the like stand for. */
  readonly names: ReadonlyMap<string, string>
  /** What the program has told as a mistake of its own. */
  readonly faults: unknown[]
  /** What is stored: it must be unchanged after a refusal. */
  rows(): string | Promise<string>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  /** As it was in the beginning. */
  reset(): Promise<void>
  close(): Promise<void>
  /** Of the process that serves it, where that is another. */
  memory?(): Promise<Memory>
}

export function withNames(asked: Asked, { names, signedIn }: Pick<World, 'names' | 'signedIn'>): Asked {
  const named = (text: string): string => text.replace(/[A-Z]?ID\d/g, (name) => names.get(name) ?? name)
  const { target, body, headers } = asked
  return {
    ...asked,
    target: named(target),
    ...(body === undefined ? {} : { body: named(body) }),
    headers: headers.flatMap((header) => (header === SIGNED_IN ? signedIn.map(lowered) : [header])),
  }
}

/** Stands in the headers of a request for those of somebody who may. */
export const SIGNED_IN = ['authorization', ''] as const

function lowered([name, value]: readonly [string, string]): readonly [string, string] {
  return [name.toLowerCase(), value]
}

/** What is stored, but for counters of ids: those go on whatever comes of a request. Logs are no state that a client sees change. */
export function rowsOf(snapshot: unknown, only?: readonly string[]): string {
  const { rows } = snapshot as { readonly rows: readonly { readonly collection: string }[] }
  return JSON.stringify(rows.filter(({ collection }) => (only ? only.includes(collection) : !COUNTERS.has(collection))))
}

const COUNTERS: ReadonlySet<string> = new Set(['ids', 'idCounters', 'ids.put'])
