import type { SnapshotRow, StateShape } from '../../src/store/index.ts'

/**
 * A small program on the store: accounts, and what the bank says they hold together. A step that moves money changes
 * both collections, so that half a
 * step would show: `total` is the sum of all accounts, always.
 */
export type LedgerChange =
  | { readonly kind: 'account'; readonly id: string; readonly amount: number; readonly note?: string }
  | { readonly kind: 'closed'; readonly id: string }
  | { readonly kind: 'total'; readonly amount: number }
  | { readonly kind: 'broken' }

export class Ledger implements StateShape<LedgerChange> {
  readonly name = 'ledger'
  readonly version: number = 1
  readonly accounts = new Map<string, { readonly amount: number; readonly note?: string }>()
  total = 0

  apply(change: LedgerChange): void {
    if (change.kind === 'account') {
      const { amount, note } = change
      this.accounts.set(change.id, note === undefined ? { amount } : { amount, note })
    } else if (change.kind === 'closed') this.accounts.delete(change.id)
    else if (change.kind === 'total') this.total = change.amount
    else throw new Error('A broken change')
  }

  *rows(): Iterable<SnapshotRow> {
    for (const [key, value] of this.accounts) yield { collection: 'accounts', key, value }
    yield { collection: 'bank', key: 'total', value: this.total }
  }

  load({ collection, key, value }: SnapshotRow): void {
    if (collection === 'bank') this.total = Number(value)
    // Rows come from `rows()` of this class.
    else this.accounts.set(key, value as { amount: number })
  }

  clear(): void {
    this.accounts.clear()
    this.total = 0
  }

  /** The changes of one deposit: the account and the total, in one step. */
  deposit(id: string, amount: number, note?: string): readonly LedgerChange[] {
    const held = (this.accounts.get(id)?.amount ?? 0) + amount
    const account: LedgerChange = { kind: 'account', id, amount: held }
    return [note === undefined ? account : { ...account, note }, { kind: 'total', amount: this.total + amount }]
  }

  /** Sum of all accounts, to be compared with `total`. */
  sum(): number {
    let sum = 0
    for (const { amount } of this.accounts.values()) sum += amount
    return sum
  }

  content(): unknown {
    return { accounts: Object.fromEntries(this.accounts), total: this.total }
  }
}
