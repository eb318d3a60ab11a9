/**
 * The program that is killed: several writers put money into their own accounts, one step after the other, and write
 * down each step that was
 * acknowledged. What it has written down is in the hands of the operating system, so a SIGKILL does not take it back.
 */

import { openSync, writeSync } from 'node:fs'
import { openStore, type Store, type Stream } from '../../src/store/index.ts'
import { Ledger, type LedgerChange } from './ledger.ts'

export const WRITERS = 8

const [folder = '', acknowledgements = '', mode = ''] = process.argv.slice(2)

const ledger = new Ledger()
const store = await openStore(folder, ledger, {
  compactAfterBytes: 64 * 1024,
  streamSegmentBytes: 32 * 1024,
  sliceMs: 0.1,
})
const log = store.stream<LogEntry>('log', { retention: { entries: 1_000 } })
const file = openSync(acknowledgements, 'a')
writeSync(1, 'ready\n')
for (let writer = 0; writer < WRITERS; writer += 1) void deposit(writer, store, log)
while (mode === 'compacting') await store.compact()

interface LogEntry {
  readonly step: number
  readonly id: string
  readonly amount: number
}

async function deposit(writer: number, store: Store<LedgerChange>, log: Stream<LogEntry>): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const id = `w${writer}-${turn % 25}`
    const step = store.commit(ledger.deposit(id, 1, 'x'.repeat((turn * 37) % 300)))
    const amount = ledger.accounts.get(id)?.amount ?? 0
    const entry = log.append({ step, id, amount })
    await store.durable()
    writeSync(file, `${id} ${amount} ${step} ${entry}\n`)
  }
}
