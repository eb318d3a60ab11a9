// Where the pages have their data from. Types of the programs, and no code of theirs.
import type { ViewItems as EntraItems, VerbResults as EntraResults } from '@scimulator/entra-sim/control'
import type { ViewItems as WorldItems } from '@scimulator/harness/live'
import type { ViewItems as JumpCloudItems } from '@scimulator/jumpcloud-sim'
import type { ViewItems as OktaItems } from '@scimulator/okta-sim/views'
import type { ViewItems as ReceiverItems } from '@scimulator/receiver'

type Prefixed<Program extends string, Items> = {
  [Name in keyof Items & string as `${Program}.${Name}`]: Items[Name]
}

/** What the items of a view are made of, by its full name. */
export type Views = Prefixed<'world', WorldItems> &
  Prefixed<'lark', ReceiverItems> &
  Prefixed<'entra', EntraItems> &
  Prefixed<'jumpcloud', JumpCloudItems> &
  Prefixed<'okta', OktaItems>

export type { EntraResults }

export type ViewName = keyof Views

export interface Item<Value> {
  readonly key: string
  readonly value: Value
}

export interface Page<Value> {
  readonly items: readonly Item<Value>[]
  readonly total: number
  readonly offset: number
  /** Oldest entries of a log that are no longer held. */
  readonly dropped: number
}

export interface Done {
  readonly result: unknown
  /** Step of the program's log, where it is one that no page has read yet. */
  readonly news?: number
}

/** Words of a view's query; a list says the word more than once. */
export type ViewQuery = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** Where pages read and act. They cannot tell which one they have, but for acts: a recording has none. */
export interface Source {
  readonly kind: 'live' | 'recording'
  /** Another text, another answer to the same question: a recording answers as of a step. */
  readonly moment: string
  page<Name extends ViewName>(name: Name, query: ViewQuery): Promise<Page<Views[Name]>>
  /** @throws ControlError `not-found` */
  item<Name extends ViewName>(name: Name, key: string, query: ViewQuery): Promise<Item<Views[Name]>>
  /** Carries out `entra.delete-user`. @throws ControlError */
  act(name: string, input: object): Promise<Done>
  /** What a program can do, with JSON Schemas of the inputs; a recording can do nothing. */
  verbs(program: string): Promise<readonly Verb[]>
}

/** A verb as its control surface describes it. */
export interface Verb {
  readonly name: string
  readonly describes: string
  readonly group?: string
  readonly changes: boolean
  /** JSON Schema 2020-12. */
  readonly input: object
}

/** What a control surface answers instead of a result. */
export class ControlError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'ControlError'
    this.code = code
  }
}

/** The program that a view or verb belongs to, as events name it. */
export function programOf(name: string): string {
  const [vocabulary = ''] = name.split('.')
  return vocabulary === 'lark' ? 'receiver' : vocabulary
}
