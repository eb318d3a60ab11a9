// The sample's state: people, who of them is assigned, and what the target calls them.
import type { SnapshotRow, StateShape } from '@scimulator/shared/store'

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

export type SampleChange =
  | { readonly kind: 'person'; readonly userName: string; readonly value: Person | null }
  | { readonly kind: 'target'; readonly value: Target }
  | { readonly kind: 'counters'; readonly value: Readonly<Record<string, number>> }

export const DATA_VERSION = 1

export class SampleState implements StateShape<SampleChange> {
  readonly name = 'sample-idp'
  readonly version = DATA_VERSION
  readonly people = new Map<string, Person>()
  target: Target | undefined
  counters: Readonly<Record<string, number>> = {}

  apply(change: SampleChange): void {
    if (change.kind === 'target') this.target = change.value
    else if (change.kind === 'counters') this.counters = change.value
    else if (change.value === null) this.people.delete(change.userName)
    else this.people.set(change.userName, change.value)
  }

  *rows(): Iterable<SnapshotRow> {
    for (const [key, value] of this.people) yield { collection: 'person', key, value }
    if (this.target) yield { collection: 'target', key: '', value: this.target }
    yield { collection: 'counters', key: '', value: this.counters }
  }

  load({ collection, key, value }: SnapshotRow): void {
    // A row is what `rows` gave, so that a collection's name is the kind of the change that makes it.
    this.apply({ kind: collection, userName: key, value } as SampleChange)
  }

  clear(): void {
    this.people.clear()
    this.target = undefined
    this.counters = {}
  }
}
