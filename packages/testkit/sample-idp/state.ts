// What the sample remembers: people, who of them is assigned, what the target calls them, and where the target is.

export interface Person {
  readonly userName: string
  readonly displayName: string
  readonly isAssigned: boolean
  /** Its resource at the target, once that has answered. */
  readonly targetId?: string
}

export interface Target {
  readonly url: string
  readonly token: string
}

export type Kinds = Readonly<{ person: Person; target: Target }>
