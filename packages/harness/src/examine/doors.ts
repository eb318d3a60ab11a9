// The application behind the endpoint, asked who gets in: `active` is one thing, access another.

export type Entry = 'in' | 'out' | 'unknown'

/** One way in: signing in, a session opened before, a key made before. */
export interface Door {
  /** As the report calls it: the command or URL that asks. */
  readonly name: string
  /** Whether the person of this userName gets in right now. Never rejects. */
  asks(userName: string): Promise<Entry>
}

export interface Application {
  readonly doors: readonly Door[]
  /** An administrator of the application shuts somebody out, beside SCIM; undefined where the description does not say how. */
  readonly block?: (userName: string) => Promise<void>
}
