import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRecordingFile, readTextFile } from './read-text-file.ts'

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
  ['a scenario', readTextFile, 'has 1100 MB; files of up to 67 MB are read here.'],
  ['a recording', readRecordingFile, 'has 1100 MB; files of up to 500 MB are read here.'],
])('%s of a gigabyte is refused before it is read', (_, read, message) => {
  const path = fileOf(1_100_000_000)
  expect(() => read(path)).toThrow(expect.objectContaining({ name: 'BadInput', message: `${path} ${message}` }))
})

test('a file of the usual size is read, and one that is not there is told as the system tells it', () => {
  const path = fileOf(12)
  expect(readTextFile(path)).toBe('scenario: x\n')
  const none = join(folder, 'none')
  expect(() => readTextFile(none)).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  expect(() => readRecordingFile(none)).toThrow(
    expect.objectContaining({ name: 'BadInput', message: expect.stringContaining(`${none} cannot be read: ENOENT`) }),
  )
})
