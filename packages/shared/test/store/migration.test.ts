import { expect, test, vi } from 'vitest'
import { openStore, type SnapshotRow } from '../../src/store/index.ts'
import { filledFolder } from './filled-folder.ts'
import { Ledger, type LedgerChange } from './ledger.ts'

// Real files on a disk that others may be using.
vi.setConfig({ testTimeout: 60_000 })

/** Version 2 counts in cents. */
class CentLedger extends Ledger {
  override readonly version: number = 2

  migrate(fromVersion: number, row: SnapshotRow): SnapshotRow {
    expect(fromVersion).toBe(1)
    // Rows of version 1 are those of Ledger.
    const value = row.collection === 'bank' ? Number(row.value) * 100 : inCents(row.value as { amount: number })
    return { ...row, value }
  }

  migrateChange(fromVersion: number, change: unknown): LedgerChange {
    expect(fromVersion).toBe(1)
    // Changes of version 1 with an amount; this test has no others.
    return inCents(change as { kind: 'total'; amount: number })
  }
}

class UnmigratedLedger extends Ledger {
  override readonly version: number = 2
}

function inCents<Value extends { amount: number }>(value: Value): Value {
  return { ...value, amount: value.amount * 100 }
}

test('rows and changes of an older version are brought over, and new steps are not brought over twice', async () => {
  const { folder, content } = await filledFolder()
  const before = new Ledger()
  const ledger = new CentLedger()
  const store = await openStore(folder, ledger)
  await expect(openStore(folder, before)).rejects.toThrow('in use')
  expect(ledger.total).toBe(21_000)
  expect(ledger.sum()).toBe(21_000)
  store.commit(ledger.deposit('a1', 50))
  await store.close()
  for (const isCompacted of [false, true]) {
    const again = new CentLedger()
    const reopened = await openStore(folder, again)
    expect([again.total, again.sum(), reopened.seq]).toEqual([21_050, 21_050, 21])
    if (!isCompacted) await reopened.compact()
    await reopened.close()
  }
  expect(content).toMatchObject({ total: 210 })
})

test('an older version without a migration is refused, with both versions named', async () => {
  const { folder } = await filledFolder()
  const said = "was written in version 1 of ledger's data; this release has version 2 and no way to bring it over"
  await expect(openStore(folder, new UnmigratedLedger())).rejects.toThrow(said)
  // Nothing was changed: the older release still opens it.
  const ledger = new Ledger()
  await (await openStore(folder, ledger)).close()
  expect(ledger.total).toBe(210)
})

test('a newer version is refused', async () => {
  const { folder } = await filledFolder()
  await (await openStore(folder, new CentLedger())).close()
  await expect(openStore(folder, new Ledger())).rejects.toThrow(
    "version 2 of ledger's data; this release knows up to 1",
  )
})
