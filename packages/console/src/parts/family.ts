/** The pages of one portal, as the rail, the keys and links from elsewhere have them. */
export interface Family {
  /** Which program of the world it is about. */
  readonly program: string
  /** Heading in the rail. */
  readonly name: string
  /** `g` and this letter lead to its home. */
  readonly letter: string
  readonly home: string
  /** In the order of the portal. */
  readonly pages: readonly { readonly path: string; readonly label: string }[]
  /** Which page lists a view of the program. */
  readonly lists: Readonly<Record<string, string>>
}
