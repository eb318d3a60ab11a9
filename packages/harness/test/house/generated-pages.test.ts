import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generatedFiles } from '../../../../scripts/generate/generated-files.ts'
import { filesBelow, ROOT } from './source-files.ts'

const generated = await generatedFiles()

describe('generated files', () => {
  test.each(generated.map(({ path, text }) => [path, text] as const))(
    '%s is up to date (if not: npm run generate)',
    (path, text) => {
      expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text)
    },
  )

  test('.gitattributes marks them, and nothing else but goldens', () => {
    const lines = readFileSync(join(ROOT, '.gitattributes'), 'utf8').matchAll(/^(\S+) .*\blinguist-generated\b/gm)
    const marked = Array.from(lines, ([, path = '']) => path).filter((path) => !path.includes('goldens'))
    const whole = generated.filter(({ isByHand }) => !isByHand)
    expect(marked.sort()).toEqual(whole.map(({ path }) => path).sort())
  })
})

test('the tables that a run of the collection fills say how they are made; the gate holds them to that run', () => {
  const page = readFileSync(join(ROOT, 'docs/guides/scenarios.md'), 'utf8')
  expect(page).toContain('<!-- collection: made by npm run generate -- collection -->')
  expect(page).toMatch(/\n\| runs \| \d+ \| \d+ \| \d+ \| 0 \|\n/)
})

describe('links in the documents', () => {
  const pages = [
    ...filesBelow(join(ROOT, 'docs'), /\.md$/),
    { path: 'README.md', text: readFileSync(join(ROOT, 'README.md'), 'utf8') },
  ]

  test.each(pages.map(({ path, text }) => [path, text] as const))('%s links to files that exist', (path, text) => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '')
    const missing = links.filter((link) => !existsSync(join(ROOT, path, '..', decodeURIComponent(link))))
    expect(missing).toEqual([])
  })
})

test('every field of every view says what it is', () => {
  const page = readFileSync(join(ROOT, 'docs/reference/verbs.md'), 'utf8')
  const tables = page.split('\n#### ').slice(1)
  const silent = tables.flatMap((part) => {
    const [, rows = ''] = part.split('| field of an item | is | meaning |\n')
    const fields = rows.split('\n\n')[0]?.split('\n').slice(1) ?? []
    return fields.filter((row) => /\|\s*\|$/.test(row)).map((row) => `${part.split('\n')[0]}: ${row}`)
  })
  expect(tables.length).toBeGreaterThan(45)
  expect(silent).toEqual([])
})
