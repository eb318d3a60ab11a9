import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resolveScenarios, scenarioLibrary } from './scenario-library.ts'

const home = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'scimulator-library-'))
const library = scenarioLibrary()

beforeAll(() => process.chdir(folder))
afterAll(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

test.each([
  ['a file', 'entra/help-page', 'entra/help-page.yaml'],
  ['a file with its ending', 'entra/help-page.yaml', 'entra/help-page.yaml'],
  ['a folder', 'jumpcloud', 'jumpcloud'],
  ['a folder with a slash', 'entra/quirks/', 'entra/quirks'],
])('a name is that of %s', (_, name, path) => {
  expect(library.find(name)).toBe(join(library.folder, path))
})

test.each(['../package', '/etc/passwd', 'goldens', 'fixtures/contoso', 'rejected/two-verbs', 'entra/nowhere', ''])(
  '"%s" is no name of a scenario',
  (name) => {
    expect(library.find(name)).toBeUndefined()
  },
)

test('every name that is listed is found', () => {
  const names = library.names()
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((name) => library.find(name) === undefined)).toEqual([])
})

test('a path that exists wins over a name', () => {
  mkdirSync('entra')
  writeFileSync('entra/help-page', '')
  expect(resolveScenarios(['entra/help-page', 'entra', 'both'], library)).toEqual([
    'entra/help-page',
    'entra',
    join(library.folder, 'both'),
  ])
})
