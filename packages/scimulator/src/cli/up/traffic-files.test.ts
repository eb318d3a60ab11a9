import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KeptExchange } from '@scimulator/harness/live'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { trafficFiles } from './traffic-files.ts'

const folders: string[] = []
let folder: string
beforeEach(() => {
  const above = mkdtempSync(join(tmpdir(), 'scimulator-traffic-'))
  folders.push(above)
  folder = join(above, 'traffic')
})
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true })
})

const never = (text: string): never => {
  throw new Error(text)
}

/** Numbers have gaps: what is no exchange has one too. */
const kept = (n: number) => ({ head: { seq: n * 2 }, exchange: { request: { body: `n${n}` } } }) as KeptExchange
const seqs = (found: readonly KeptExchange[]): readonly number[] => found.map(({ head }) => head.seq)

test('what was put there is read before and after a number, by the next one who opens the folder too', () => {
  const first = trafficFiles(folder, never)
  for (let n = 1; n <= 2_500; n += 1) first.append(kept(n))
  expect(readdirSync(folder).sort()).toEqual(['2.jsonl', '2002.jsonl', '4002.jsonl'])
  const again = trafficFiles(folder, never)
  again.append(kept(2_501))
  for (const archive of [first, again]) {
    expect(seqs(archive.before(2_004, 3))).toEqual([1_998, 2_000, 2_002])
    expect(seqs(archive.after(1_999, 3))).toEqual([2_000, 2_002, 2_004])
    expect(archive.before(Number.POSITIVE_INFINITY, 2_200)).toHaveLength(2_200)
    expect([archive.before(2, 5), archive.after(9_999, 5)]).toEqual([[], []])
  }
  expect(again.after(5_001, 5)).toEqual([kept(2_501)])
  expect([first.count(), again.count()]).toEqual([2_500, 2_501])
})

test('half a line of a crash and a line of another version are left out, and nobody else may read it', () => {
  const first = trafficFiles(folder, never)
  first.append(kept(1))
  const path = join(folder, '2.jsonl')
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
  appendFileSync(path, '{"version":2,"head":{"seq":4},"exchange":{}}\n{"version":1,"head":{"se')
  const again = trafficFiles(folder, never)
  expect([again.count(), seqs(again.before(100, 10))]).toEqual([1, [2]])
  again.append(kept(3))
  expect(seqs(trafficFiles(folder, never).before(100, 10))).toEqual([2, 6])
})

test('what is cleared is gone from the folder', () => {
  const archive = trafficFiles(folder, never)
  archive.append(kept(1))
  archive.clear()
  expect([archive.count(), archive.before(100, 10), readdirSync(folder)]).toEqual([0, [], []])
})

test('a disk that takes no more is told once, and nobody who sends is held up', () => {
  const told: string[] = []
  const archive = trafficFiles(folder, (text) => told.push(text))
  rmSync(folder, { recursive: true })
  archive.append(kept(1))
  archive.append(kept(2))
  expect(told).toEqual([expect.stringMatching(/^What is on the wire is not kept any more: ENOENT/)])
})
