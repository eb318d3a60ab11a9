// docs/security.md claims nothing that no test shows.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../../..')
const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
const [, table = ''] = page.split('\n## What is refused or made harmless\n')
const rows = table.split('\n').filter((line) => /^\| (?!what \|)/.test(line))

test('there is a row for each thing that the page is about', () => {
  expect(rows.length).toBeGreaterThan(15)
})

test.each(rows)('%s', (row) => {
  const tests = Array.from(row.matchAll(/`([^`]+\.test\.ts)`/g), ([, path = '']) => path)
  expect(tests.length).toBeGreaterThan(0)
  for (const path of tests) {
    expect(existsSync(join(ROOT, path)), path).toBe(true)
    expect(readFileSync(join(ROOT, path), 'utf8')).toMatch(/\bexpect\(/)
  }
})
