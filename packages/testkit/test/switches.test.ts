// What a switch decides can be read in one place only while one file reads it. Its name may be declared, and given a fixed value,
// wherever that helps; whatever else names it in code, reads it.
import { describe, expect, test } from 'vitest'
import { type SourceFile, sourceFiles } from '../../harness/test/house/source-files.ts'
import { TESTED_PROGRAMS } from '../src/tested-programs.ts'

const programs = await Promise.all(TESTED_PROGRAMS.map(({ load }) => load()))

/** Where switches are defined, and where they are named for other reasons than to obey them. */
const ABOUT_SWITCHES = /\/(behaviour|quirks|fidelity)\.ts$|\/src\/(switches|quirks|fidelity)\//

const all = sourceFiles().filter(({ isTest, path }) => !isTest && !ABOUT_SWITCHES.test(path))

describe.each(programs)('$name', ({ name, switches }) => {
  const ids = Object.keys(switches)

  test('has switches', () => expect(ids).not.toEqual([]))

  const files = all
    .filter(({ path }) => path.startsWith(sourceOf(name)))
    .map((file) => ({ ...file, text: codeOf(file) }))

  test.each(ids)('the switch %s is read in exactly one file', (id) => {
    const reads = readOf(id)
    const readers = files.filter(({ text }) => reads.test(text)).map(({ path }) => path)
    expect(readers, 'hand the switches over whole, or ask one function').toHaveLength(1)
  })
})

test.each([
  ['const { retries } = switches', true],
  ['wait(switches.retries)', true],
  ['retries: options.retries,', true],
  ['readonly retries: number', false],
  ['readonly retries?: number', false],
  ['{ retries: 3 }', false],
  ["{ retries: 'none' }", false],
  ['// as retries says', false],
  ["EntraSwitches['retries']", false],
])('%s', (text, isRead) => {
  expect(readOf('retries').test(codeOf({ path: '', text, isTest: false }))).toBe(isRead)
})

/** The folder of the program that calls itself so. */
function sourceOf(name: string): string {
  const own = all.find(({ path, text }) => path.endsWith('/program.ts') && text.includes(`  name: '${name}',`))
  if (!own) throw new Error(`No program.ts names "${name}".`)
  return own.path.replace('program.ts', '')
}

/** Without comments, and with texts that are one letter, so that a name in a sentence is not taken for code. */
function codeOf({ text }: Pick<SourceFile, 'text'> & Partial<SourceFile>): string {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  return bare.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "'t'")
}

function readOf(id: string): RegExp {
  return new RegExp(`(?<!readonly )\\b${id}\\b(?!\\??: ('t'|-?\\d|true|false))`)
}
