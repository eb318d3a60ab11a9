import { expect, test } from 'vitest'
import { readYaml } from './yaml-document.ts'

//  text | what is wrong with it
test.each([
  ['a: *x', 'Unresolved alias'],
  ['*x', 'Unresolved alias'],
  ['a: &a [*a]', 'An anchor holds an alias of itself'],
  ['a: &a { b: { c: *a } }', 'An anchor holds an alias of itself'],
  [`a: &a [x,x,x,x,x,x,x,x,x,x]\n${bomb('bcde')}`, 'Excessive alias count'],
])('%j is refused by its file, not by a stack', (text, why) => {
  expect(() => readYaml('made.yaml', text)).toThrow(
    expect.objectContaining({ name: 'BadInput', message: expect.stringContaining(why) }),
  )
})

test('what is nested too deep for a stack is refused in words', () => {
  expect(() => readYaml('made.yaml', `a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`)).toThrow(
    expect.objectContaining({ name: 'BadInput', message: expect.stringContaining('nested too deep') }),
  )
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
