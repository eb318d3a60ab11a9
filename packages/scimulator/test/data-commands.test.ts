// `data backup` and `data restore` where there is nothing to copy, no place for it, or somebody in the way: nothing is lost and nothing left.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type StateShape } from '@scimulator/shared/store'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { scimulator } from './in-process.ts'

// The programs are loaded at the first call, on a disk that others may be using.
vi.setConfig({ testTimeout: 60_000 })

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'scimulator-data-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const at = (...names: string[]): string => join(home, ...names)

function numbers(): StateShape<number> & { readonly held: Set<number> } {
  const held = new Set<number>()
  return {
    held,
    name: 'numbers',
    version: 1,
    apply: (change) => void held.add(change),
    *rows() {
      for (const value of held) yield { collection: 'numbers', key: String(value), value }
    },
    load: ({ key }) => void held.add(Number(key)),
    clear: () => held.clear(),
  }
}

async function fill(folder: string, ...values: number[]): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true })
  const store = await openStore(folder, numbers())
  for (const value of values) store.commit([value])
  await store.close()
}

async function held(folder: string): Promise<readonly number[]> {
  const shape = numbers()
  await (await openStore(folder, shape)).close()
  return [...shape.held]
}

async function world(): Promise<string> {
  await fill(at('world', 'receiver'), 1, 2)
  await fill(at('world', 'entra'), 3)
  for (const [folder, file] of [
    ['snapshots', '1.json'],
    ['traffic', '1.jsonl'],
  ] as const) {
    await mkdir(at('world', folder))
    await writeFile(at('world', folder, file), folder)
  }
  return at('world')
}

test('a world is copied with its snapshots and traffic, checked, and restored', async () => {
  const from = await world()
  await writeFile(at('world', 'notes.txt'), 'mine')
  const made = await scimulator('data', 'backup', from, at('monday'))
  expect([made.code, made.out]).toEqual([0, expect.stringContaining('numbers at step 1; numbers at step 2')])
  expect(made.err).toContain('not copied: notes.txt')
  const back = await scimulator('data', 'restore', at('monday'), at('again'))
  expect([back.code, back.err]).toEqual([0, ''])
  expect(await held(at('again', 'receiver'))).toEqual([1, 2])
  expect(await held(at('again', 'entra'))).toEqual([3])
  expect(await readFile(at('again', 'snapshots', '1.json'), 'utf8')).toBe('snapshots')
  expect(await readFile(at('again', 'traffic', '1.jsonl'), 'utf8')).toBe('traffic')
  expect((await scimulator('doctor', at('again'))).code).toBe(0)
  expect((await readdir(home)).sort()).toEqual(['again', 'monday', 'world'])
})

test('a place that is not empty is refused, and what is there stays', async () => {
  const from = await world()
  await fill(at('other'), 7)
  for (const command of ['backup', 'restore']) {
    const { code, err } = await scimulator('data', command, from, at('other'))
    expect([code, err]).toEqual([2, expect.stringContaining('is not empty')])
  }
  await writeFile(at('file'), 'mine')
  expect((await scimulator('data', 'backup', from, at('file'))).err).toContain('is a file')
  expect(await held(at('other'))).toEqual([7])
})

test('--replace sets aside what is there, each time under another name', async () => {
  const from = await world()
  await fill(at('other'), 7)
  const first = await scimulator('data', 'restore', at('world', 'receiver'), at('other'), '--replace')
  expect([first.code, first.out]).toEqual([
    0,
    expect.stringContaining(`What was there is in ${at('other')}.before-restore-1`),
  ])
  await scimulator('data', 'restore', from, at('other'), '--replace')
  expect(await held(at('other.before-restore-1'))).toEqual([7])
  expect(await held(at('other.before-restore-2'))).toEqual([1, 2])
  expect(await held(at('other', 'entra'))).toEqual([3])
})

test('an empty folder is a place for both', async () => {
  const from = await world()
  for (const name of ['one', 'two']) await mkdir(at(name))
  expect((await scimulator('data', 'backup', from, at('one'))).code).toBe(0)
  expect((await scimulator('data', 'restore', at('one'), at('two'))).code).toBe(0)
  expect(await held(at('two', 'receiver'))).toEqual([1, 2])
})

test('a folder that is open is copied, and not restored over', async () => {
  await fill(at('one'), 1)
  const store = await openStore(at('two'), numbers())
  store.commit([5])
  await store.durable()
  expect((await scimulator('data', 'backup', at('two'), at('backup'))).code).toBe(0)
  const { code, err } = await scimulator('data', 'restore', at('one'), at('two'), '--replace')
  expect([code, err]).toEqual([2, expect.stringContaining(`is in use by process ${process.pid}`)])
  await store.close()
  expect([await held(at('backup')), await held(at('two'))]).toEqual([[5], [5]])
})

test('without data there is no backup, and nothing is left of the attempt', async () => {
  await mkdir(at('empty'))
  await writeFile(at('file'), '')
  for (const from of ['nowhere', 'empty', 'file']) {
    const { code, err } = await scimulator('data', 'backup', at(from), at('backup'))
    expect([code, err]).toEqual([2, expect.stringContaining('Give the folder that --data named')])
  }
  expect((await readdir(home)).sort()).toEqual(['empty', 'file'])
})

test('damage is named by file and line with exit code 1; nothing takes the place, and nothing is set aside', async () => {
  await fill(at('world', 'receiver'), 1, 2)
  await fill(at('other'), 7)
  const journal = at('world', 'receiver', 'journal-000000000001.jsonl')
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('"changes":[1]', '"changes":[9]'))
  for (const args of [
    ['backup', at('world'), at('backup')],
    ['restore', at('world'), at('other'), '--replace'],
  ]) {
    const { code, err } = await scimulator('data', ...args)
    expect([code, err]).toEqual([1, expect.stringContaining(`${journal}, line 2, byte`)])
  }
  expect(existsSync(at('backup'))).toBe(false)
  expect(await held(at('other'))).toEqual([7])
  expect((await readdir(home)).sort()).toEqual(['other', 'world'])
})

test('a copy stands apart from what it is of', async () => {
  const from = await world()
  const { code, err } = await scimulator('data', 'backup', from, at('world', 'backup'))
  expect([code, err]).toEqual([2, expect.stringContaining('stands apart')])
  expect(existsSync(at('world', 'backup'))).toBe(false)
})

test('doctor looks into every program of a world', async () => {
  const from = await world()
  const sound = await scimulator('doctor', from)
  expect([sound.code, sound.out.match(/sound: a start reaches step \d/g)]).toEqual([
    0,
    expect.arrayContaining([expect.any(String)]),
  ])
  const journal = at('world', 'entra', 'journal-000000000001.jsonl')
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('"changes":[3]', '"changes":[4]'))
  const { code, err } = await scimulator('doctor', from)
  expect([code, err]).toEqual([1, expect.stringContaining(`damage: ${journal}`)])
  const repaired = await scimulator('doctor', from, '--repair')
  expect([repaired.code, await held(at('world', 'receiver'))]).toEqual([0, [1, 2]])
})
