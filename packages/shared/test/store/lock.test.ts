import { spawn, spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { Ledger } from './ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Real files on a disk that others may be using.
vi.setConfig({ testTimeout: 60_000 })

async function lockedBy(lock: object | string): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'lock'), typeof lock === 'string' ? lock : JSON.stringify(lock))
  return folder
}

/** The pid of a process that has ended. */
function endedPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

test('a folder is open once: the second is told who has it', async () => {
  const folder = await temporaryFolder()
  const store = await openStore(folder, new Ledger())
  await expect(openStore(folder, new Ledger())).rejects.toThrow(
    `${folder} is in use by this process (pid ${process.pid})`,
  )
  store.commit([{ kind: 'total', amount: 1 }])
  await store.close()
  expect(await readdir(folder)).toEqual(['journal-000000000001.jsonl'])
  await (await openStore(folder, new Ledger())).close()
})

test('of several that open a folder at the same moment one gets it', async () => {
  for (const before of ['', JSON.stringify({ pid: endedPid(), host: hostname(), started: '' })]) {
    const folder = before === '' ? await temporaryFolder() : await lockedBy(before)
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => openStore(folder, new Ledger())))
    const opened = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
    expect(opened).toHaveLength(1)
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ problem: 'locked' })
    }
    await opened[0]?.close()
  }
})

test('a running process is named by its pid', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const folder = await lockedBy({ pid: other.pid, host: hostname(), started: '' })
  await expect(openStore(folder, new Ledger())).rejects.toThrow(`in use by process ${other.pid}`)
  other.kill()
})

test.each([
  ['of a process that has ended', () => ({ pid: endedPid(), host: hostname(), started: '' })],
  ['of a pid that another process has now', () => ({ pid: process.pid, host: hostname(), started: 'another boot:1' })],
  ['that a power cut has emptied', () => ''],
])('a lock %s is taken over', async (_whose, lock) => {
  const folder = await lockedBy(lock())
  const store = await openStore(folder, new Ledger())
  expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() })
  await store.close()
  expect(await readdir(folder)).toEqual(['journal-000000000001.jsonl'])
})

test('a lock of another machine is respected, with the way out', async () => {
  const folder = await lockedBy({ pid: 1, host: 'elsewhere', started: '' })
  const wayOut = `If it no longer runs, delete ${join(folder, 'lock')} and start again`
  await expect(openStore(folder, new Ledger())).rejects.toThrow(wayOut)
})
