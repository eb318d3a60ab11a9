import type { Quirk } from '@scimulator/shared/behaviour'
import type { EventHub } from '@scimulator/shared/http'
import type { Assembly } from './assembly.ts'
import type { Directory } from './foreign/directory.ts'
import type { ForeignTarget } from './foreign/foreign-target.ts'
import type { Picture, Snapshots } from './snapshots.ts'
import type { Stories } from './stories.ts'

/** What a made-up company is called, and what its addresses end in. */
export interface CompanyName {
  readonly name: string
  readonly domain: string
}

/** The world as its verbs and views see it. */
export interface LiveWorld {
  readonly hub: EventHub
  readonly start: number | undefined
  readonly snapshots: Snapshots
  readonly stories: Stories
  /** Of all its programs. */
  readonly quirks: readonly Quirk[]
  /** Where each program listens, by name; one that is not there has no address of its own. */
  readonly addresses: ReadonlyMap<string, string>
  /** The release that all of it is of, where it is known. */
  readonly version: string | null
  /** Somebody's endpoint in the place of the receiver, and what was made there as it was last read. */
  readonly target?: ForeignTarget
  readonly directory?: Directory
  /** Whether anything is kept on disk. */
  readonly isKept: boolean
  /** The made-up company that it begins with; undefined where there is none. */
  readonly company: { now: CompanyName | undefined }
  /** The programs of now. */
  now(): Assembly
  /** Whether the clock is being moved, until when, and a way to stop that. */
  readonly moving: { until?: number; isStopped: boolean }
  /** Empties everything, puts the clock back to the beginning and fills the world again. */
  beginAnew(why: string): Promise<void>
  /** Makes everything anew and lets `play` fill it, with a clock that begins at `start`; what `play` throws leaves what was there. */
  playAnew(start: number, play: (assembly: Assembly) => Promise<void>, why: string): Promise<void>
  takePicture(): Picture
  bringBack(picture: Picture, why: string): Promise<void>
  /**
   * Tells which programs have changed since it was last called.
   * @param acted one that a verb has changed, also where its log shows no step of that
   */
  noteChanges(acted?: string): void
}
