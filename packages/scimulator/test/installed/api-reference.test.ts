// The reference of the library is what its published types say, and says something of everything that is exported.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { API_FOLDER, apiReference } from '../../build/api-reference.ts'
import { ROOT } from '../../build/folders.ts'

test('docs/reference/api is up to date (if not: npm run docs:api), and every export has a docstring', async () => {
  const pages = await apiReference(join(inject('installed'), 'node_modules/scimulator/dist'))
  for (const { path, text } of pages) expect(readFileSync(join(ROOT, path), 'utf8'), path).toBe(text)
  const files = readdirSync(join(ROOT, API_FOLDER)).sort()
  expect(files).toEqual(pages.map(({ path }) => basename(path)).sort())
})
