import { expect, test } from 'vitest'
import { readYaml } from './yaml-document.ts'

//  text | what is wrong with it
test.each([
  ['a: *x', 'Unresolved alias'],
  ['*x', 'Unresolved alias'],
  ['a: &a [*a]', 'An anchor holds an alias of itself'],
  ['a: &a { b: { c: *a } }', 'An anchor holds an alias of itself'],
  ['a: &a { length: { toString: 1 } }\nb: *a', 'made.yaml:1:9'],
  [`a: &a [x,x,x,x,x,x,x,x,x,x]\n${bomb('bcde')}`, 'Excessive alias count'],
])('%j is refused by its file, not by a stack', (text, why) => {
  expect(() => readYaml('made.yaml', text)).toThrow(
    expect.objectContaining({ name: 'BadInput', message: expect.stringContaining(why) }),
  )
})

const lines = (levels: number): string => Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}a:`).join('\n')
const chained = (links: number, levels: number): string =>
  Array.from({ length: links }, (_, at) => {
    const [open, close] = ['['.repeat(levels), ']'.repeat(levels)]
    return `k${at}: &k${at} ${open}${at === 0 ? 'x' : `*k${at - 1}`}${close}`
  }).join('\n')

//  text | where it is refused. From 800 levels on, some of these ended the process.
test.each([
  ['lists in brackets', `a: ${'['.repeat(1_000)}${']'.repeat(1_000)}`, 'made.yaml:1:'],
  ['brackets behind some that are closed in quotes', `a: "${']'.repeat(900)}"\nb: ${'['.repeat(900)}`, 'made.yaml:2:'],
  ['maps in braces', '{a: '.repeat(900), 'made.yaml:1:'],
  ['lists on one line', `a:\n  ${'- '.repeat(800)}1`, 'made.yaml:2:'],
  ['keys that are asked for', '? '.repeat(900), 'made.yaml:1:'],
  ['indented maps', lines(900), /made\.yaml:20\d:/],
  ['more than any stack holds', '['.repeat(1_000_000), 'made.yaml:1:'],
])('%s that are nested too deep are refused where they become so', (_, text, place) => {
  expect(() => readYaml('made.yaml', text)).toThrow(
    expect.objectContaining({ name: 'BadInput', message: expect.stringContaining('nested deeper than 200 levels') }),
  )
  expect(() => readYaml('made.yaml', text)).toThrow(place)
})

test('what is deep by its aliases alone is refused as well', () => {
  expect(() => readYaml('made.yaml', chained(3, 100))).toThrow(
    expect.objectContaining({
      name: 'BadInput',
      message: 'made.yaml cannot be used: With its aliases it is nested deeper than 200 levels.',
    }),
  )
})

test.each([
  ['lists in brackets', `a: ${'['.repeat(190)}1${']'.repeat(190)}`],
  ['indented maps', `${lines(190)} 1`],
  ['aliases', chained(3, 60)],
])('%s of nearly as many levels are read', (_, text) => {
  expect(readYaml('made.yaml', text).value).toEqual(expect.any(Object))
})

test('an anchor that is used twice side by side holds nothing of itself', () => {
  const shared = { b: 1 }
  expect(readYaml('made.yaml', 'a: &a { b: 1 }\nc: [*a, *a]').value).toEqual({ a: shared, c: [shared, shared] })
})

test('a key that is a map is read without a warning', () => {
  const warnings: unknown[] = []
  const note = (warning: unknown): number => warnings.push(warning)
  process.on('warning', note)
  readYaml('made.yaml', '? { a: 1 }\n: 2\n')
  process.off('warning', note)
  expect(warnings).toEqual([])
})

/** Each line ten times the one above it. */
function bomb(names: string): string {
  return [...names]
    .map((name) => `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(10)}]\n`)
    .join('')
}
