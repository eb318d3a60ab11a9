import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { snapshotFiles } from './snapshot-files.ts'

const folders: string[] = []
let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'scimulator-snapshots-')), 'snapshots')
  folders.push(folder)
})
afterAll(() => {
  for (const one of folders) rmSync(join(one, '..'), { recursive: true, force: true })
})

const never = (text: string): never => {
  throw new Error(text)
}
const picture = (now: number) => ({ now, programs: new Map([['entra', { users: [now] }]]) })

test('what was put there is there for the next one who opens the folder, in order', () => {
  const first = snapshotFiles(folder, never)
  first.put('before “../” 🙂', picture(2))
  first.put('later', picture(1))
  first.put('dropped', picture(3))
  first.remove('dropped')
  const again = snapshotFiles(folder, never)
  expect(again.all()).toEqual([
    { name: 'before “../” 🙂', now: 2 },
    { name: 'later', now: 1 },
  ])
  expect(again.get('later')).toEqual(picture(1))
  expect(again.get('dropped')).toBeUndefined()
})

test('one of the same name takes the place of the earlier, and nobody else may read it', () => {
  const shelf = snapshotFiles(folder, never)
  shelf.put('a', picture(1))
  shelf.put('a', picture(2))
  expect([shelf.get('a'), readdirSync(folder)]).toEqual([picture(2), ['2.json']])
  if (process.platform !== 'win32') expect(statSync(join(folder, '2.json')).mode & 0o077).toBe(0)
})

test('a file that is none is told, and stays', () => {
  snapshotFiles(folder, never).put('a', picture(1))
  writeFileSync(join(folder, '7.json'), '{"name"')
  const told: string[] = []
  const shelf = snapshotFiles(folder, (text) => told.push(text))
  shelf.put('b', picture(2))
  expect(told).toEqual([`${join(folder, '7.json')} is no snapshot of a world and is left out.`])
  expect([shelf.all().length, readdirSync(folder).sort()]).toEqual([2, ['1.json', '7.json', '8.json']])
})
