// What the start page, the wire and the stories must know of an identity provider. They loop over a list of these, and know none by name.
import type { ComponentType } from 'react'
import type { ViewName } from '../source/source.ts'
import type { ReceiverFacts } from './guide.ts'

export interface ActStep {
  readonly verb: string
  readonly input: object
}

/** Somebody who is not there yet. */
interface Newcomer {
  readonly name: string
  readonly givenName: string
  readonly surname: string
  /** `asa.oberg`, and with the domain behind it. */
  readonly mailbox: string
  readonly address: string
  readonly department: string
}

/** Somebody who is there, and can be chosen. */
export interface PersonChoice {
  /** As the identity provider calls them. */
  readonly key: string
  readonly name: string
  readonly address: string
  /** Groups that they are in, by name. */
  readonly groups: readonly string[]
}

export interface PersonState {
  readonly key: string
  readonly name: string
  /** `Enabled`, `Blocked`, as the portal says it. */
  readonly state: string
}

interface RecordedValue {
  readonly attribute: string
  readonly old: string | null
  readonly sent: string | null
  /** As it was last sent; undefined where that is the same. */
  readonly today: string | null | undefined
}

/** What a log of the provider says of a piece of work. */
export interface RecordedEntry {
  /** What was found of its scope; undefined where that was not asked for. */
  readonly scope: string | undefined
  readonly values: readonly RecordedValue[]
}

/** The help page that leads through the set-up of this provider; its component is loaded when the guide is. */
interface ProviderGuide {
  /** What the receiver calls a sync source of this provider. */
  readonly source: string
  readonly load: () => Promise<{ readonly default: ComponentType<{ readonly receiver: ReceiverFacts }> }>
}

export interface Provider {
  /** As the world calls it; its verbs and views begin with it. */
  readonly program: string
  /** Its full name, where there is room for it. */
  readonly title: string
  readonly users: ViewName
  readonly groups: ViewName
  /** What Sync now does, in a sentence. */
  readonly syncSays: string
  /** A hook. Users who match the text and have not left; without a text the first of them. */
  readonly usePeople: (typed: string, limit: number) => readonly PersonChoice[]
  /** A hook. The first of all, those who have left as well. */
  readonly useStates: (limit: number) => readonly PersonState[]
  /** A hook. Undefined until the log is read, null where it has no entry of it; absent where nothing but what was sent is known. */
  readonly useRecorded?: (subject: string, seq: number) => RecordedEntry | null | undefined
  readonly create: (newcomer: Newcomer) => ActStep
  readonly setDepartment: (user: string, department: string) => ActStep
  readonly leave: (user: string) => ActStep
  /** What makes it send what it owes. */
  readonly sync: ActStep
  readonly guide?: ProviderGuide
}
