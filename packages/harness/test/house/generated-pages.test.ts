import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generatedPages } from '../../src/catalogue/generated-pages.ts'
import { filesBelow, ROOT } from './source-files.ts'

describe('generated pages', () => {
  test.each(generatedPages().map(({ path, text }) => [path, text] as const))(
    '%s is up to date (npm run docs:write)',
    (path, text) => {
      expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text)
    },
  )
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
