// What a switch decides can be read in one place only while one file reads it. Its name may be declared, and given a fixed value,
// wherever that helps; whatever else names it in code, reads it.
import { join } from 'node:path'
import type { SwitchDefinition } from '@scimulator/shared/behaviour'
import { describe, expect, test } from 'vitest'
import { filesBelow, ROOT, type SourceFile, sourceFiles } from '../../harness/test/house/source-files.ts'
import { TESTED_PROGRAMS } from '../src/tested-programs.ts'

const programs = await Promise.all(TESTED_PROGRAMS.map(({ load }) => load()))

/** Where switches are defined, and where they are named for other reasons than to obey them. */
const ABOUT_SWITCHES = /\/(behaviour|quirks|fidelity)\.ts$|\/src\/(switches|quirks|fidelity)\//

const sources = sourceFiles().filter(({ isTest }) => !isTest)
const all = sources.filter(({ path }) => !ABOUT_SWITCHES.test(path))

/** Pages that people write. What `npm run generate` makes of the definitions, whole or between two marks, cannot disagree with them. */
const pages = filesBelow(join(ROOT, 'docs'), /\.md$/)
  .filter(({ text }) => !/page is generated|Generated from/.test(text))
  .map(({ path, text }) => ({ path, text: text.replace(/<!-- (\w+): made by [\s\S]*?<!-- \/\1 -->/g, '') }))

describe.each(programs)('$name', ({ name, switches }) => {
  const ids = Object.keys(switches)
  const definitions = Object.values(switches)

  test('has switches', () => expect(ids).not.toEqual([]))

  const files = all
    .filter(({ path }) => path.startsWith(sourceOf(name)))
    .map((file) => ({ ...file, text: codeOf(file) }))

  test.each(ids)('the switch %s is read in exactly one file', (id) => {
    const reads = readOf(id)
    const readers = files.filter(({ text }) => reads.test(text)).map(({ path }) => path)
    expect(readers, 'hand the switches over whole, or ask one function').toHaveLength(1)
  })

  test('no file has their defaults a second time', () => {
    const second = all.filter((file) => defaultsIn(bareOf(file), definitions).length >= A_LIST)
    expect(
      second.map(({ path }) => path),
      'ask resolveSwitches',
    ).toEqual([])
  })

  test('what each decides is said in one file', () => {
    const saying = (words: string) => sources.filter(({ text }) => text.includes(words)).map(({ path }) => path)
    const odd = definitions.map(({ id, describes }) => ({ id, files: saying(describes) }))
    expect(odd.filter(({ files }) => files.length !== 1)).toEqual([])
  })

  test('no page has a table of them that is written by hand', () => {
    const tables = pages.filter(({ text }) => ids.filter((id) => text.includes(`\n| \`${id}\` |`)).length >= A_LIST)
    expect(
      tables.map(({ path }) => path),
      'see scripts/generate/language-switches.ts',
    ).toEqual([])
  })
})

/** As many switches as make a list: fewer are an example. */
const A_LIST = 3

describe('a second list is seen', () => {
  const switches = ['a', 'b', 'c'].map(
    (id) => ({ id, values: ['x', 'y'], default: 'x' }) as unknown as SwitchDefinition,
  )

  test.each([
    ["{ a: 'x', b: 'x', c: 'x' }", ['a', 'b', 'c']],
    ["{ a: 'x', b: 'y', c: 'x' }", ['a', 'c']],
    ["readonly a: 'x' | 'y'", []],
    ["{ ba: 'x' }", []],
  ])('%s', (text, ids) => {
    expect(defaultsIn(text, switches)).toEqual(ids)
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
  expect(readOf('retries').test(codeOf({ text }))).toBe(isRead)
})

/** The folder of the program that calls itself so. */
function sourceOf(name: string): string {
  const own = all.find(({ path, text }) => path.endsWith('/program.ts') && text.includes(`  name: '${name}',`))
  if (!own) throw new Error(`No program.ts names "${name}".`)
  return own.path.replace('program.ts', '')
}

/** The switches that a text gives their defaults. */
function defaultsIn(text: string, switches: readonly SwitchDefinition[]): readonly string[] {
  return switches.flatMap(({ id, default: usual }) => {
    const value = typeof usual === 'string' ? `'${usual}'` : String(usual)
    return new RegExp(`(?<!readonly )\\b${id}: ${value}(?=[,\\s}])`).test(text) ? [id] : []
  })
}

/** Without comments, and with texts that are one letter, so that a name in a sentence is not taken for code. */
function codeOf(file: Pick<SourceFile, 'text'>): string {
  return bareOf(file).replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "'t'")
}

function bareOf({ text }: Pick<SourceFile, 'text'>): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function readOf(id: string): RegExp {
  return new RegExp(`(?<!readonly )\\b${id}\\b(?!\\??: ('t'|-?\\d|true|false))`)
}
