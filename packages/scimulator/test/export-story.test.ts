// What is refused before anything runs; what is written is opened in test/browser/console-stories.test.ts, where the pages are built.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readStoryTemplate } from '../src/shipped/story-template.ts'
import { scimulator } from './in-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-export-story-'))
const broken = join(folder, 'broken.yaml')
writeFileSync(broken, 'scenario: S\ndescription: D\nsteps:\n  - entra.asign: {}\n')
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['no such scenario', ['stories/mass-unasign'], 'Did you mean "stories/mass-unassign"?'],
  ['a folder', ['stories'], 'is a folder of 5 scenarios'],
  ['a file that does not load', [broken], 'entra.assign'],
  [
    'no such combination',
    ['entra/help-page', '--combination', 'x'],
    'has "dialect=aadOptscim062020", "dialect=legacy"',
  ],
  ['a combination of a file without a matrix', ['stories/mass-unassign', '--combination', 'x'], 'has no matrix'],
  ['a place that cannot be written', ['stories/mass-unassign', '-o', folder], '--out'],
])('%s is refused with 2 and the way out', async (_, args, message) => {
  const { code, out, err } = await scimulator('export', ...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(message)
})

test('a page that is not built says how to build it', () => {
  expect(() => readStoryTemplate(folder)).toThrow('npm run build:console')
})
