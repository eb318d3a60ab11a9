import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { inspectFolder, openStore, repairFolder } from '../../src/store/index.ts'
import { sealLine } from '../../src/store/sealed-line.ts'
import { filledFolder, JOURNAL, SNAPSHOT, STREAM } from './filled-folder.ts'
import { Ledger } from './ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Real files on a disk that others may be using.
vi.setConfig({ testTimeout: 60_000 })

/** Overwrites a byte of a line, counted from 1. */
async function damage(path: string, line: number): Promise<void> {
  const lines = (await readFile(path, 'latin1')).split('\n')
  const text = lines[line - 1] ?? ''
  const middle = Math.floor(text.length / 2)
  lines[line - 1] = `${text.slice(0, middle)}\x01${text.slice(middle + 1)}`
  await writeFile(path, lines.join('\n'), 'latin1')
}

async function contentOf(folder: string) {
  const ledger = new Ledger()
  const store = await openStore(folder, ledger)
  const entries = store.stream('log').recent().length
  const { seq } = store
  await store.close()
  return { seq, entries, total: ledger.total, accounts: ledger.accounts.size }
}

test('a sound folder is described and left as it is', async () => {
  const { folder } = await filledFolder()
  const before = await readdir(folder, { recursive: true })
  const report = await inspectFolder(folder)
  expect(report).toMatchObject({ isDataFolder: true, shape: 'ledger', shapeVersion: 1, seq: 20, findings: [] })
  expect(report.snapshot).toMatchObject({ seq: 10, collections: { accounts: 6, bank: 1 } })
  expect(report.segments).toMatchObject([{ file: join(folder, JOURNAL), after: 10, steps: 10 }])
  expect(report.streams).toMatchObject([{ name: 'log', segments: 1, entries: 20, firstSeq: 1, lastSeq: 20 }])
  expect(report.lock).toBeUndefined()
  expect(await readdir(folder, { recursive: true })).toEqual(before)
  expect(await repairFolder(folder)).toEqual({ actions: [], setAside: undefined })
})

test('an empty or missing folder is none of ours', async () => {
  const folder = await temporaryFolder()
  expect((await inspectFolder(folder)).isDataFolder).toBe(false)
  expect((await inspectFolder(join(folder, 'nowhere'))).isDataFolder).toBe(false)
})

test('an open folder shows who has it', async () => {
  const { folder } = await filledFolder()
  const store = await openStore(folder, new Ledger())
  expect((await inspectFolder(folder)).lock).toMatchObject({ pid: process.pid, isAlive: true })
  await expect(repairFolder(folder)).rejects.toThrow('in use')
  await store.close()
})

test('a torn last line and a leftover are notes, not damage', async () => {
  const { folder } = await filledFolder()
  const path = join(folder, JOURNAL)
  await truncate(path, (await readFile(path)).length - 4)
  await writeFile(join(folder, 'snapshot.jsonl.tmp'), '')
  const report = await inspectFolder(folder)
  expect(report.seq).toBe(19)
  expect(report.findings).toMatchObject([
    { level: 'note', file: join(folder, 'snapshot.jsonl.tmp') },
    { level: 'note', file: path, line: 11 },
  ])
})

test('every damaged file is named, not only the first', async () => {
  const { folder } = await filledFolder()
  for (const name of [SNAPSHOT, JOURNAL, STREAM]) await damage(join(folder, name), 4)
  const report = await inspectFolder(folder)
  expect(report.seq).toBeUndefined()
  expect(report.findings).toMatchObject(
    [SNAPSHOT, JOURNAL, STREAM].map((name) => ({ level: 'damage', file: join(folder, name), line: 4 })),
  )
})

test('a damaged journal beside a snapshot is one finding, wherever the damage is', async () => {
  for (const line of [1, 4]) {
    const { folder } = await filledFolder()
    await damage(join(folder, JOURNAL), line)
    const { findings } = await inspectFolder(folder)
    expect(findings).toMatchObject([{ level: 'damage', problem: 'damaged', file: join(folder, JOURNAL), line }])
  }
})

test('data of a newer release is named as what stops a start, and is not repaired', async () => {
  const { folder } = await filledFolder()
  const newest = { ledger: 0 }
  const { seq, findings } = await inspectFolder(folder, { newest })
  expect(seq).toBeUndefined()
  expect(findings).toMatchObject(
    [SNAPSHOT, JOURNAL].map((name) => ({ level: 'damage', problem: 'other version', file: join(folder, name) })),
  )
  await expect(repairFolder(folder, { newest })).rejects.toThrow('this release knows up to 0. Use the release that')
  expect((await inspectFolder(folder, { newest: { ledger: 1, other: 0 } })).findings).toEqual([])
})

test('files of two programs in one folder are named, and are not repaired', async () => {
  const { folder } = await filledFolder()
  const path = join(folder, JOURNAL)
  const [heading = '', ...lines] = (await readFile(path, 'utf8')).split('\n')
  const { crc: _crc, ...fields } = JSON.parse(heading)
  const foreign = sealLine(JSON.stringify({ ...fields, shape: 'elsewhere' }).slice(1, -1))
  await writeFile(path, [foreign.trimEnd(), ...lines].join('\n'))
  const { findings } = await inspectFolder(folder)
  expect(findings).toMatchObject([{ level: 'damage', problem: 'other program', file: path }])
  await expect(repairFolder(folder)).rejects.toThrow('belongs to elsewhere, and the files before it to ledger')
})

test('logs alone are a data folder that lacks its state, and are not repaired', async () => {
  const { folder } = await filledFolder()
  for (const name of [SNAPSHOT, JOURNAL]) await rm(join(folder, name))
  const report = await inspectFolder(folder)
  expect(report).toMatchObject({ isDataFolder: true, seq: undefined, streams: [{ entries: 20 }] })
  expect(report.findings).toMatchObject([{ level: 'damage', problem: 'incomplete', file: join(folder, 'streams') }])
  await expect(repairFolder(folder)).rejects.toThrow('has logs (streams) but neither')
  expect(await readdir(folder)).toEqual(['streams'])
})

test('a repair keeps the steps before the damage and sets the files aside as they were', async () => {
  const { folder } = await filledFolder()
  await damage(join(folder, JOURNAL), 5)
  const damaged = await readFile(join(folder, JOURNAL))
  const { actions, setAside } = await repairFolder(folder)
  expect(actions).toEqual([`${join(folder, JOURNAL)}: 3 steps were kept, up to step 13; those after it are left out.`])
  expect(setAside).toBe(join(folder, 'set-aside-1'))
  expect(await readFile(join(setAside ?? '', JOURNAL))).toEqual(damaged)
  expect((await readdir(setAside ?? '', { recursive: true })).sort()).toEqual([
    JOURNAL,
    SNAPSHOT,
    'streams',
    'streams/log',
    STREAM,
  ])
  const total = (13 * 14) / 2
  expect(await contentOf(folder)).toMatchObject({ seq: 13, total })
})

test.each([
  ['the heading of the journal', JOURNAL, 1, { seq: 20, accounts: 6 }],
  ['the heading of the snapshot', SNAPSHOT, 1, { seq: 20, accounts: 6 }],
  ['the heading of a log', STREAM, 1, { seq: 20, entries: 0 }],
  ['an entry of a log', STREAM, 11, { seq: 20, entries: 9 }],
  ['a resource', SNAPSHOT, 3, { seq: 20, accounts: 6 }],
  ['the closing line of the snapshot', SNAPSHOT, 9, { seq: 20, accounts: 6 }],
])('after a repair of %s the folder opens', async (_what, name, line, expected) => {
  const { folder } = await filledFolder()
  await damage(join(folder, name), line)
  const { actions } = await repairFolder(folder)
  expect(actions.length).toBeGreaterThan(0)
  expect(await contentOf(folder)).toMatchObject(expected)
  expect((await inspectFolder(folder)).findings).toEqual([])
})

test('a snapshot alone can be gone on from, if one says so', async () => {
  const { folder } = await filledFolder()
  await rm(join(folder, JOURNAL))
  expect((await inspectFolder(folder)).findings).toMatchObject([{ level: 'damage', problem: 'incomplete' }])
  const { actions } = await repairFolder(folder)
  expect(actions).toEqual(['The state is that of the snapshot, step 10; later steps, if there were any, are not here.'])
  expect(await contentOf(folder)).toMatchObject({ seq: 10, total: 55 })
})

test('a journal without its snapshot cannot be made up for', async () => {
  const { folder } = await filledFolder()
  await cp(folder, `${folder}-whole`, { recursive: true })
  await rm(join(folder, SNAPSHOT))
  await expect(repairFolder(folder)).rejects.toThrow(`Put back ${SNAPSHOT} from a copy. Nothing was changed.`)
  expect(await readdir(folder)).toEqual([JOURNAL, 'streams'])
  await cp(join(`${folder}-whole`, SNAPSHOT), join(folder, SNAPSHOT))
  expect(await contentOf(folder)).toMatchObject({ seq: 20 })
  await rm(`${folder}-whole`, { recursive: true })
})
