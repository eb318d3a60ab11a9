// What the arguments of `npm run test:nodes` ask for.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Asked, announced, askedOfNodes, namedNode } from '../../../scripts/nodes/asked-of-nodes.ts'

const BOTH = ['unit', 'package'] as const

test.each<[string, readonly string[], Asked]>([
  ['nothing', [], { versions: ['20.19.0', '22', '24'], parts: BOTH }],
  ['a major', ['22'], { versions: ['22'], parts: BOTH }],
  ['majors, one of them twice', ['24', '22', '24'], { versions: ['24', '22'], parts: BOTH }],
  ['20, which is the lowest', ['20', '20.19'], { versions: ['20.19.0'], parts: BOTH }],
  ['an exact version', ['v24.21.0'], { versions: ['24.21.0'], parts: BOTH }],
  ['a newer one', ['26'], { versions: ['26'], parts: BOTH }],
  ['one part', ['22', 'package'], { versions: ['22'], parts: ['package'] }],
  ['a part of all', ['unit'], { versions: ['20.19.0', '22', '24'], parts: ['unit'] }],
  ['one part by option', ['--only', 'package', '22'], { versions: ['22'], parts: ['package'] }],
  ['the other part by option', ['--only=unit'], { versions: ['20.19.0', '22', '24'], parts: ['unit'] }],
])('%s', (_, args, expected) => {
  expect(askedOfNodes(args)).toEqual(expected)
})

test.each<[string, readonly string[], RegExp]>([
  ['a part that there is not', ['--only', 'browser'], /--only is unit or package, not "browser"/],
  ['no version', ['packages'], /"packages" is no version of Node\.js, and neither unit nor package/],
  ['an older major', ['18'], /Node\.js 18 is older than 20\.19\.0/],
  ['an older minor', ['20.18'], /Node\.js 20\.18 is older than 20\.19\.0/],
  ['an option that there is not', ['--major', '22'], /--major/],
])('%s is refused', (_, args, message) => {
  expect(() => askedOfNodes(args)).toThrow(message)
})

test('the lowest is the one that the package says it needs', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  expect(`>=${askedOfNodes(['20']).versions[0]}`).toBe(engines.node)
})

test('a Node.js that nobody maintains is named as such', () => {
  expect(namedNode('20.19.0')).toBe('Node 20.19.0 (out of maintenance since 2026-04-30)')
  expect(namedNode('22.20.0')).toBe('Node 22.20.0')
})

test('it is said first what is run, because npm may have kept an option for itself', () => {
  expect(announced(askedOfNodes(['22', '24']))).toBe('unit and package under Node 22, 24')
  expect(announced(askedOfNodes(['24', 'unit']))).toBe('unit under Node 24')
})
