import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { DataFolderError, openStore, type StoreOptions } from '../../src/store/index.ts'
import { filledDisk, filledFolder, JOURNAL, SNAPSHOT, STREAM } from './filled-folder.ts'
import { Ledger } from './ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'

// A start for each byte of a file takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

async function opened(folder: string, options: StoreOptions = {}) {
  const ledger = new Ledger()
  const notices: string[] = []
  const store = await openStore(folder, ledger, { ...options, onNotice: (text) => notices.push(text) })
  const { seq } = store
  const entries = store.stream('log').recent().length
  await store.close()
  return { content: ledger.content(), seq, notices, entries }
}

async function refusal(folder: string, options: StoreOptions = {}): Promise<DataFolderError> {
  const error = await opened(folder, options).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof DataFolderError) return error
  throw new Error(`A refusal was expected, not ${String(error)}`)
}

test('a copied folder opens elsewhere', async () => {
  const { folder, content } = await filledFolder()
  await cp(folder, `${folder}-copy`, { recursive: true })
  expect(await opened(`${folder}-copy`)).toEqual({ content, seq: 20, notices: [], entries: 20 })
  await rm(`${folder}-copy`, { recursive: true })
})

test('a torn last line is dropped and reported, wherever it is cut', async () => {
  const files = await filledDisk()
  const path = `/data/${JOURNAL}`
  const bytes = files.contents(path)
  const lastLine = bytes.lastIndexOf(10, bytes.length - 2) + 1
  for (let length = lastLine + 1; length < bytes.length - 1; length += 1) {
    files.overwrite(path, bytes.subarray(0, length))
    const { seq, notices } = await opened('/data', { files })
    expect(seq).toBe(19)
    expect(notices).toEqual([
      `${path}, line 11, byte ${lastLine}: the last step was cut off by a crash (${length - lastLine} bytes) ` +
        'and is dropped. It had not been acknowledged.',
    ])
    // The next start finds nothing to report, and goes on behind the last whole step.
    expect(files.contents(path)).toEqual(bytes.subarray(0, lastLine))
  }
})

test('a last line that lacks only its line feed is kept, and the next step goes on a line of its own', async () => {
  const { folder, content } = await filledFolder()
  const path = join(folder, JOURNAL)
  const bytes = await readFile(path)
  await truncate(path, bytes.length - 1)
  expect(await opened(folder)).toEqual({ content, seq: 20, notices: [], entries: 20 })
  expect(await readFile(path)).toEqual(bytes)
})

test('a step of several lines that was cut off in the middle is dropped whole', async () => {
  const { folder } = await filledFolder()
  const ledger = new Ledger()
  const store = await openStore(folder, ledger)
  const changes = Array.from({ length: 2_500 }, (_, i) => ({ kind: 'account', id: `m${i}`, amount: 0 }) as const)
  store.commit(changes)
  await store.close()
  const path = join(folder, JOURNAL)
  const text = await readFile(path, 'utf8')
  const lines = text.split('\n')
  expect(lines).toHaveLength(1 + 10 + 3 + 1)
  await writeFile(path, `${lines.slice(0, -2).join('\n')}\n`)
  const { seq, notices } = await opened(folder)
  expect(seq).toBe(20)
  expect(notices[0]).toContain(`${path}, line 12, byte`)
})

test.each([SNAPSHOT, JOURNAL])(
  'any flipped byte of %s stops the start, which names file, line and byte',
  async (name) => {
    const files = await filledDisk()
    const path = `/data/${name}`
    const sound = files.contents(path)
    for (let byte = 0; byte < sound.length; byte += 1) {
      const bytes = Buffer.from(sound)
      bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (byte % 8))
      files.overwrite(path, bytes)
      const error = await refusal('/data', { files })
      expect(error.problem).toBe('damaged')
      // A line that is cut in two by a new line feed is found at its first half; one whose line feed is gone, at its
      // own place.
      expect(error.place?.line).toBe(sound.subarray(0, byte).filter((each) => each === 10).length + 1)
      expect(error.message).toContain(`${path}, line ${error.place?.line}, byte ${error.place?.byte}: `)
      expect(error.message).toContain('scimulator doctor')
      expect(files.contents(path).equals(bytes)).toBe(true)
    }
  },
)

test('a flipped byte in a log stops the start as well', async () => {
  const { folder } = await filledFolder()
  const path = join(folder, STREAM)
  const bytes = await readFile(path)
  bytes[500] = (bytes[500] ?? 0) ^ 1
  await writeFile(path, bytes)
  expect((await refusal(folder)).message).toContain(`${path}, line`)
})

test('a torn last line of a log is dropped and reported, and the numbering goes on', async () => {
  const { folder } = await filledFolder()
  const path = join(folder, STREAM)
  await truncate(path, (await readFile(path)).length - 5)
  const { entries, notices } = await opened(folder)
  expect([entries, notices]).toEqual([19, [`${path}, line 21: the last line was cut off by a crash and is dropped`]])
  const store = await openStore(folder, new Ledger())
  expect(store.stream('log').append('again')).toBe(20)
  await store.close()
  expect((await opened(folder)).entries).toBe(20)
})

test('a snapshot that ends early stops the start', async () => {
  const { folder } = await filledFolder()
  const path = join(folder, SNAPSHOT)
  const bytes = await readFile(path)
  await truncate(path, bytes.lastIndexOf(10, bytes.length - 2) + 1)
  expect((await refusal(folder)).message).toContain('the file ends before its closing line')
})

test('a missing line in the middle of the journal stops the start', async () => {
  const { folder } = await filledFolder()
  const path = join(folder, JOURNAL)
  const lines = (await readFile(path, 'utf8')).split('\n')
  await writeFile(path, lines.toSpliced(4, 1).join('\n'))
  expect((await refusal(folder)).message).toContain('line 5, byte')
  expect((await refusal(folder)).message).toContain('step 14 was expected and step 15 is there')
})

test('a missing line in the middle of the snapshot stops the start', async () => {
  const { folder } = await filledFolder()
  const path = join(folder, SNAPSHOT)
  await writeFile(path, (await readFile(path, 'utf8')).split('\n').toSpliced(2, 1).join('\n'))
  expect((await refusal(folder)).message).toContain('the closing line counts 7 resources and the file has 6')
})

test('a snapshot without its journal stops the start', async () => {
  const { folder } = await filledFolder()
  await rm(join(folder, JOURNAL))
  const error = await refusal(folder)
  expect(error.problem).toBe('incomplete')
  expect(error.message).toContain(`is of step 10, but there is no journal beside it`)
  expect(await readdir(folder)).toEqual([SNAPSHOT, 'streams'])
})

test('a journal without the snapshot of the steps before it stops the start', async () => {
  const { folder } = await filledFolder()
  await rm(join(folder, SNAPSHOT))
  const error = await refusal(folder)
  expect(error.problem).toBe('incomplete')
  expect(error.message).toContain('begins after step 10, but there is no snapshot of the steps before')
  expect(await readdir(folder)).toEqual([JOURNAL, 'streams'])
})

test('logs without snapshot and journal stop the start, and no empty state takes their place', async () => {
  const { folder } = await filledFolder()
  await rm(join(folder, SNAPSHOT))
  await rm(join(folder, JOURNAL))
  const error = await refusal(folder)
  expect(error.problem).toBe('incomplete')
  expect(error.message).toContain('has logs (streams) but neither the snapshot nor the journal')
  expect(await readdir(folder)).toEqual(['streams'])
})

test("a folder with somebody else's files is refused and left as it is", async () => {
  const folder = await temporaryFolder()
  for (const name of ['a.txt', 'b.txt', 'c.txt', 'thesis.tmp']) await writeFile(join(folder, name), 'mine')
  const error = await refusal(folder)
  expect(error.problem).toBe('other files')
  expect(error.message).toContain('holds other files (a.txt, b.txt, c.txt and 1 more) and no data of Scimulator')
  expect(await readdir(folder)).toEqual(['a.txt', 'b.txt', 'c.txt', 'thesis.tmp'])
})

test('what a file system or a version control puts into an empty folder is no hindrance', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'lost+found'))
  await writeFile(join(folder, '.gitkeep'), '')
  expect((await opened(folder)).seq).toBe(0)
})

test("a start removes its own temporary files and nobody else's", async () => {
  const { folder, content } = await filledFolder()
  for (const name of [`${SNAPSHOT}.tmp`, 'journal-000000000021.jsonl.tmp', 'thesis.tmp', 'streams/.DS_Store'])
    await writeFile(join(folder, name), 'half a f')
  expect(await opened(folder)).toEqual({ content, seq: 20, notices: [], entries: 20 })
  expect(await readdir(folder)).toEqual([JOURNAL, SNAPSHOT, 'streams', 'thesis.tmp'])
})

test('a journal that has never been compacted needs no snapshot', async () => {
  const { folder } = await filledFolder()
  const fresh = join(folder, 'fresh')
  const ledger = new Ledger()
  const store = await openStore(fresh, ledger)
  store.commit(ledger.deposit('a', 1))
  await store.close()
  expect(await readdir(fresh)).toEqual(['journal-000000000001.jsonl'])
  expect((await opened(fresh)).content).toEqual(ledger.content())
})

test('a journal older than the snapshot stops the start', async () => {
  const { folder } = await filledFolder()
  const older = await readFile(join(folder, SNAPSHOT))
  const store = await openStore(folder, new Ledger())
  await store.compact()
  await store.close()
  expect(await readdir(folder)).toEqual(['journal-000000000021.jsonl', SNAPSHOT, 'streams'])
  await writeFile(join(folder, SNAPSHOT), older)
  expect((await refusal(folder)).message).toContain('begins after step 20, but the snapshot ends at step 10')
})

test('what an interrupted compaction leaves behind is cleared away', async () => {
  const { folder, content } = await filledFolder()
  const before = await readFile(join(folder, JOURNAL))
  const store = await openStore(folder, new Ledger())
  await store.compact()
  await store.close()
  await writeFile(join(folder, JOURNAL), before)
  await writeFile(join(folder, `${SNAPSHOT}.tmp`), 'half a snapsh')
  expect(await opened(folder)).toEqual({ content, seq: 20, notices: [], entries: 20 })
  expect(await readdir(folder)).toEqual(['journal-000000000021.jsonl', SNAPSHOT, 'streams'])
})

test("another program's folder is refused", async () => {
  const { folder } = await filledFolder()
  class Receiver extends Ledger {
    override readonly name = 'receiver' as 'ledger'
  }
  await expect(openStore(folder, new Receiver())).rejects.toThrow('belongs to ledger, and this is receiver')
})

test('a file in the place of the folder is refused', async () => {
  const { folder } = await filledFolder()
  await expect(openStore(join(folder, SNAPSHOT), new Ledger())).rejects.toThrow('a file is in its place')
  await expect(openStore(join(folder, SNAPSHOT, 'deeper'), new Ledger())).rejects.toThrow('is not a folder')
})

test.runIf(existsSync('/proc/self'))('a folder that cannot be made is refused, and the start ends', async () => {
  await expect(openStore('/proc/scimulator/data', new Ledger())).rejects.toThrow('Opening /proc/scimulator/data')
})

test('folders on the way to it are made', async () => {
  const { folder } = await filledFolder()
  const deep = join(folder, 'a', 'b', 'c')
  const store = await openStore(deep, new Ledger())
  await store.close()
  expect(await readdir(join(folder, 'a', 'b'))).toEqual(['c'])
})

test('opening tells how far it has come', async () => {
  const { folder } = await filledFolder()
  const steps: number[] = []
  let total = 0
  await opened(folder, {
    onProgress: ({ bytes, totalBytes }) => {
      steps.push(bytes)
      total = totalBytes
    },
  })
  expect(steps.at(-1)).toBe(total)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  expect(total).toBe((await readFile(join(folder, SNAPSHOT))).length + (await readFile(join(folder, JOURNAL))).length)
})

test('files of others in the folder are left alone', async () => {
  const { folder, content } = await filledFolder()
  await mkdir(join(folder, 'notes'))
  await copyFile(join(folder, SNAPSHOT), join(folder, 'notes', 'mine.txt'))
  await rename(join(folder, 'notes', 'mine.txt'), join(folder, 'mine.txt'))
  expect((await opened(folder)).content).toEqual(content)
  expect(await readdir(folder)).toContain('mine.txt')
})
