// Guides are read by people who have installed the package: what they import has to be in it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './source-files.ts'

const { exports } = JSON.parse(readFileSync(join(ROOT, 'packages/scimulator/package.json'), 'utf8'))
const published = Object.keys(exports).map((subpath) => `scimulator${subpath.slice(1)}`)
const guides = readdirSync(join(ROOT, 'docs/guides')).map((name) => `docs/guides/${name}`)

test.each([...guides, 'README.md', 'AGENTS.md', 'packages/scimulator/README.md'])('%s', (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const imported = Array.from(text.matchAll(/from ['"](@?scimulator[^'"]*)['"]/g), ([, name = '']) => name)
  expect(imported.filter((name) => !published.includes(name))).toEqual([])
})
