import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLazyLedgerFile, createLedgerFile, ledgerFilesIn, readLedgerFile } from './ledger-file.ts'
import { createRunLedger } from './run-ledger.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scimulator-ledger-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const lazy = () => createLazyLedgerFile({ folder, run: 'aoxy0001', url: 'https://x', now: () => 0 })
const posting = (seq: number) => ({ event: 'posting', seq, kind: 'Users', name: `own-${seq}` }) as const

test('the name is on the disk before the id is known; only the owner can read it, and no token is in it', async () => {
  const { note } = lazy()
  await note(posting(1))
  const [path = ''] = ledgerFilesIn(folder)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(createRunLedger(readLedgerFile(path)).unanswered()).toEqual([{ seq: 1, kind: 'Users', name: 'own-1' }])
  await note({ event: 'made', seq: 1, kind: 'Users', id: '42' })
  expect(createRunLedger(readLedgerFile(path)).made()).toEqual([{ kind: 'Users', id: '42', name: 'own-1' }])
  expect(readFileSync(path, 'utf8')).not.toMatch(/token|bearer/i)
})

test('a last line that was half written is passed over', async () => {
  const { note } = lazy()
  await note(posting(1))
  const [path = ''] = ledgerFilesIn(folder)
  appendFileSync(path, '{"event":"made","seq":1,"ki')
  expect(createRunLedger(readLedgerFile(path)).unanswered()).toHaveLength(1)
})

test('many at once are all there, in their order', async () => {
  const { note } = lazy()
  await Promise.all(Array.from({ length: 200 }, (_, seq) => note(posting(seq))))
  const [path = ''] = ledgerFilesIn(folder)
  const seqs = readLedgerFile(path).flatMap((entry) => (entry.event === 'posting' ? [entry.seq] : []))
  expect(seqs).toEqual(Array.from({ length: 200 }, (_, seq) => seq))
})

test('it goes when nothing is left, stays when something is, and is never made for a run that makes nothing', async () => {
  await lazy().end(true)
  expect(ledgerFilesIn(folder)).toEqual([])
  const stays = lazy()
  await stays.note(posting(1))
  await stays.end(false)
  const [path = ''] = ledgerFilesIn(folder)
  expect(existsSync(path)).toBe(true)
  await expect(createLedgerFile(folder, 'aoxy0001')).rejects.toThrow('EEXIST')
  rmSync(path)
  const goes = lazy()
  await goes.note(posting(1))
  await goes.end(true)
  expect(ledgerFilesIn(folder)).toEqual([])
  expect(ledgerFilesIn(join(folder, 'none'))).toEqual([])
})
