import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LARGEST_RECORDING, readTextFile } from './read-text-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scimulator-read-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A sparse file: it takes no room on the disk. */
function fileOf(bytes: number): string {
  const path = join(folder, 'large.yaml')
  writeFileSync(path, 'scenario: x\n')
  truncateSync(path, bytes)
  return path
}

test.each([
  [1_100_000_000, undefined, 'has 1100 MB; files of up to 67 MB are read here.'],
  [1_100_000_000, LARGEST_RECORDING, 'has 1100 MB; files of up to 500 MB are read here.'],
])('%d bytes are refused before they are read', (bytes, most, message) => {
  const path = fileOf(bytes)
  expect(() => readTextFile(path, most)).toThrow(
    expect.objectContaining({ name: 'BadInput', message: `${path} ${message}` }),
  )
})

test('a file of the usual size is read, and one that is not there is told as the system tells it', () => {
  const path = fileOf(12)
  expect(readTextFile(path)).toBe('scenario: x\n')
  expect(() => readTextFile(join(folder, 'none'))).toThrow(expect.objectContaining({ code: 'ENOENT' }))
})
