// Labels and messages of a vendor are quoted, its pages are not: no twelve words in a row of the two help pages that this project follows.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shinglesOf } from './shingles.ts'
import { filesBelow, ROOT } from './source-files.ts'

/** Made by `shinglesOf` from the pages, which are not here: each line is the hash of twelve words. */
const pages = new Set(
  readFileSync(join(import.meta.dirname, 'help-page-shingles.txt'), 'utf8')
    .split('\n')
    .filter(Boolean),
)

const TEXT =
  /\.(ts|tsx|js|mjs|cjs|md|ya?ml|json|html|css|txt|py|java|go|cs|hurl|http|har|sh|message)$|^[A-Z]+$|Dockerfile$/
const NOT_READ = /^package-lock\.json$|\/package-lock\.json$|help-page-shingles\.txt$/

const halves = new Set([...pages].map((hash) => Number.parseInt(hash.slice(0, 8), 16)))
const found = (text: string): string[] =>
  shinglesOf(text, (half) => halves.has(half)).flatMap(({ hash }) => (pages.has(hash) ? [hash] : []))

describe('texts of others', () => {
  test('a hash finds twelve words wherever they stand, and not eleven', () => {
    const words = 'one two three four five six seven eight nine ten eleven twelve'
    const [own] = shinglesOf(words)
    expect(
      shinglesOf(`Zero. ${words.toUpperCase().replaceAll(' ', ',\n')} thirteen`).map(({ hash }) => hash),
    ).toContain(own?.hash)
    expect(shinglesOf(words.replace('twelve', 'dozen')).map(({ hash }) => hash)).not.toContain(own?.hash)
    expect(shinglesOf(words.replace(' twelve', ''))).toEqual([])
    expect(shinglesOf("'one two three', 'four five six', 'seven eight nine', 'ten eleven twelve'")).toEqual([])
  })

  test('the hashes of both pages are here', () => {
    expect(pages.size).toBeGreaterThan(2_000)
    expect([...pages].every((line) => /^[0-9a-f]{16}$/.test(line))).toBe(true)
  })

  test('no file has twelve words in a row of them', () => {
    const files = filesBelow(ROOT, TEXT).filter(({ path }) => !NOT_READ.test(path))
    expect(files.length).toBeGreaterThan(1_500)
    expect(files.filter(({ text }) => found(text).length > 0).map(({ path }) => path)).toEqual([])
  })
})
