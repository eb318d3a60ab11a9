import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { OLD_WORDS, readUntil } from './old-words.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/scimulator/package.json'), 'utf8'))
const words = [...OLD_WORDS].map(([old, word]) => ({ old, ...word, until: readUntil(word) }))

/** 0.12 comes after 0.9. */
const number = (text: string): number => {
  const [major = 0, minor = 0] = text.split('.').map(Number)
  return major * 1000 + minor
}

test.each([
  ['0.1', '0.3'],
  ['0.9', '0.11'],
  ['1.4', '1.6'],
] as const)('a word that %s has replaced is no longer read by %s', (since, until) => {
  expect(readUntil({ now: 'new', since })).toBe(until)
})

test.each(words)('$old is still due', ({ since, until }) => {
  expect(number(since)).toBeLessThanOrEqual(number(version))
  // When this fails, the two minor versions are over: the word goes, with a line in the changelog.
  expect(number(version)).toBeLessThan(number(until))
})

test('the page on stability lists them, and no other', () => {
  const page = readFileSync(join(ROOT, 'docs/stability.md'), 'utf8')
  const table = page.slice(page.indexOf('## Old words'))
  const rows = [...table.matchAll(/^\| `([\w.-]+)` \| `([\w.-]+)` \| ([\d.]+) \| ([\d.]+) \|$/gm)].map((row) =>
    row.slice(1),
  )
  expect(rows).toEqual(words.map(({ old, now, since, until }) => [old, now, since, until]))
})
