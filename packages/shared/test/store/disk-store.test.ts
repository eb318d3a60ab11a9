import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { Ledger } from './ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Real files on a disk that others may be using.
vi.setConfig({ testTimeout: 60_000 })

test('a folder that is opened again has every step', async () => {
  const folder = await temporaryFolder()
  const ledger = new Ledger()
  const store = await openStore(folder, ledger)
  for (let i = 0; i < 20; i += 1) store.commit(ledger.deposit(`a${i % 7}`, i))
  await store.durable()
  await store.close()
  const again = new Ledger()
  const reopened = await openStore(folder, again)
  expect(again.content()).toEqual(ledger.content())
  expect(reopened.seq).toBe(20)
  await reopened.close()
})

test('compaction leaves one snapshot and one journal segment, and loses nothing', async () => {
  const folder = await temporaryFolder()
  const ledger = new Ledger()
  const store = await openStore(folder, ledger)
  for (let i = 0; i < 50; i += 1) store.commit(ledger.deposit(`a${i}`, i))
  const compacted = store.compact()
  for (let i = 0; i < 50; i += 1) {
    store.commit(ledger.deposit(`b${i}`, i))
    await store.durable()
  }
  await compacted
  store.commit(ledger.deposit('c', 1))
  await store.close()
  const names = (await readdir(folder)).sort()
  expect(names).toEqual(['journal-000000000051.jsonl', 'snapshot.jsonl'])
  const again = new Ledger()
  await (await openStore(folder, again)).close()
  expect(again.content()).toEqual(ledger.content())
})

test('a person can read the files: one resource or one step a line', async () => {
  const folder = await temporaryFolder()
  const ledger = new Ledger()
  const store = await openStore(folder, ledger)
  store.commit(ledger.deposit('ann', 5))
  await store.compact()
  store.commit(ledger.deposit('bob', 7))
  await store.close()
  const lines = async (name: string) =>
    (await readFile(join(folder, name), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => {
        const { crc, ...fields } = JSON.parse(line)
        expect(crc).toMatch(/^[0-9a-f]{8}$/)
        return fields
      })
  expect(await lines('snapshot.jsonl')).toEqual([
    { format: 'scimulator-snapshot', version: 1, shape: 'ledger', shapeVersion: 1, seq: 1 },
    { collection: 'accounts', key: 'ann', value: { amount: 5 } },
    { collection: 'bank', key: 'total', value: 5 },
    { rows: 2 },
  ])
  expect(await lines('journal-000000000002.jsonl')).toEqual([
    { format: 'scimulator-journal', version: 1, shape: 'ledger', shapeVersion: 1, after: 1 },
    {
      seq: 2,
      changes: [
        { kind: 'account', id: 'bob', amount: 7 },
        { kind: 'total', amount: 12 },
      ],
    },
  ])
})

test('reset, restore and steps of many parts outlive the process', async () => {
  const folder = await temporaryFolder()
  const ledger = new Ledger()
  const store = await openStore(folder, ledger)
  const many = Array.from({ length: 2_500 }, (_, i) => ({ kind: 'account', id: `m${i}`, amount: 1 }) as const)
  store.commit([...many, { kind: 'total', amount: 2_500 }])
  const picture = store.snapshot()
  store.reset()
  store.commit(ledger.deposit('x', 1))
  await store.close()
  const second = new Ledger()
  const reopened = await openStore(folder, second)
  expect(second.content()).toEqual({ accounts: { x: { amount: 1 } }, total: 1 })
  reopened.restore({ ...picture, seq: 100 })
  expect(reopened.commit(second.deposit('y', 2))).toBe(102)
  await reopened.close()
  const third = new Ledger()
  const last = await openStore(folder, third)
  expect([last.seq, third.accounts.size, third.total, third.sum()]).toEqual([102, 2_501, 2_502, 2_502])
  await last.close()
})
