import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { lockFolder } from '../../src/store/folder-lock.ts'
import { type FileSystem, openStore } from '../../src/store/index.ts'
import { Ledger } from './ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { VolatileDisk } from './volatile-disk.ts'

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

const DEAD = { pid: endedPid(), host: hostname(), started: '' }
const claimOn = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
const dead = (started: string): string => JSON.stringify({ ...DEAD, started })

test.each([
  ['no lock', {}],
  ['a lock of a process that has ended', { '/d/lock': dead('') }],
  ['a lock that a power cut has emptied', { '/d/lock': '' }],
  [
    'locks of two that died while they took over',
    {
      '/d/lock': dead(''),
      [`/d/lock.${claimOn(dead(''))}.tmp`]: dead('1'),
      [`/d/lock.${claimOn(dead('1'))}.tmp`]: dead('2'),
    },
  ],
])('over %s one opens the folder, in whatever order the disk does what several ask of it', async (_what, found) => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (order) => {
      const disk = new VolatileDisk()
      for (const [path, text] of Object.entries(found)) disk.overwrite(path, Buffer.from(text))
      const files = inOrder(disk, order)
      const attempts = Promise.allSettled([1, 2, 3, 4].map(() => lockFolder(files, '/d')))
      const results = await order.waitFor(attempts)
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const one of results) if (one.status === 'rejected') expect(one.reason).toMatchObject({ problem: 'locked' })
      expect(await disk.list('/d')).toEqual(['lock'])
    }),
    { numRuns: 300 },
  )
})

/** What a lock asks of a disk, done in an order that is drawn. */
function inOrder(disk: VolatileDisk, order: fc.Scheduler): FileSystem {
  const files: Pick<FileSystem, 'createExclusive' | 'readText' | 'rename' | 'remove'> = {
    createExclusive: order.scheduleFunction((path, text) => disk.createExclusive(path, text)),
    readText: order.scheduleFunction((path) => disk.readText(path)),
    rename: order.scheduleFunction((from, to) => disk.rename(from, to)),
    remove: order.scheduleFunction((path) => disk.remove(path)),
  }
  return files as FileSystem
}

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
