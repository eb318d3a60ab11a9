import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { holdFolder, inspectFolder, openStore } from '../../src/store/index.ts'
import { filledFolder, JOURNAL, SNAPSHOT } from './filled-folder.ts'
import { Ledger } from './ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Real files on a disk that others may be using.
vi.setConfig({ testTimeout: 60_000 })

async function copy(from: string, to: string): Promise<void> {
  const held = await holdFolder(from)
  try {
    await held.writeTo(to)
  } finally {
    await held.close()
  }
}

async function contentOf(folder: string) {
  const ledger = new Ledger()
  const notices: string[] = []
  const store = await openStore(folder, ledger, { onNotice: (text) => notices.push(text) })
  const entries = store.stream('log').recent().length
  await store.close()
  return { content: ledger.content(), sum: sumOf(ledger), total: ledger.total, seq: store.seq, entries, notices }
}

function sumOf(ledger: Ledger): number {
  return [...ledger.accounts.values()].reduce((sum, { amount }) => sum + amount, 0)
}

test('a copy of a folder that lies still has all of it, and no lock', async () => {
  const { folder, content } = await filledFolder()
  const to = join(await temporaryFolder(), 'copy')
  await copy(folder, to)
  expect((await inspectFolder(to)).lock).toBeUndefined()
  expect(await contentOf(to)).toMatchObject({ content, seq: 20, entries: 20, notices: [] })
})

test('while steps and compactions go on, a copy has what was acknowledged before it, and no step by halves', async () => {
  const [folder, home] = [await temporaryFolder(), await temporaryFolder()]
  const ledger = new Ledger()
  const store = await openStore(folder, ledger, { compactAfterBytes: 2_000, sliceMs: 0 })
  const log = store.stream('log')
  let isGoingOn = true
  const writing = (async () => {
    for (let n = 0; isGoingOn; n += 1) {
      const step = store.commit(ledger.deposit(`a${n % 300}`, n, 'x'.repeat(n % 200)))
      log.append(`step ${step}`)
      if (n % 7 === 0) await store.durable()
    }
  })()
  for (let n = 0; n < 15; n += 1) {
    const before = store.seq
    await store.durable(before)
    const to = join(home, String(n))
    await copy(folder, to)
    const { seq, sum, total, notices } = await contentOf(to)
    expect(seq).toBeGreaterThanOrEqual(before)
    expect([sum, notices]).toEqual([total, []])
  }
  isGoingOn = false
  await writing
  await store.close()
  // It has been compacted meanwhile, or the test says nothing.
  expect(JSON.parse((await readFile(join(folder, SNAPSHOT), 'utf8')).split('\n')[0] ?? '')).toMatchObject({
    format: 'scimulator-snapshot',
  })
})

test('a damaged folder is not copied in silence: the place in it is named', async () => {
  const { folder } = await filledFolder()
  const path = join(folder, JOURNAL)
  await writeFile(path, (await readFile(path, 'utf8')).replace('"amount"', '"amoumt"'))
  const to = join(await temporaryFolder(), 'copy')
  await expect(copy(folder, to)).rejects.toThrow(`${path}, line 2, byte`)
})

test('a folder that lacks its journal is not copied in silence', async () => {
  const { folder } = await filledFolder()
  await writeFile(join(folder, JOURNAL), '')
  await expect(copy(folder, join(await temporaryFolder(), 'copy'))).rejects.toThrow('no first line')
})
