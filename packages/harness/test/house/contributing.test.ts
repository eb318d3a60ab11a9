import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WALKS } from '../../../../scripts/walks/walks.ts'
import { ROOT } from './source-files.ts'

const walks = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| a'))

test.each(walks)('%s', (walk) => {
  const paths = Array.from(walk.matchAll(/`([^`]+\/[^`]+)`/g), ([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(0)
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

const WORDS = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8').matchAll(/^\| (.+?) \|.*`([^`]+\.ts)` \|$/gm)

test.each(Array.from(WORDS, ([, word, path]) => [word, path] as const))(
  'the word %s is at home in %s',
  (_word, path) => {
    expect(existsSync(join(ROOT, 'packages', path ?? ''))).toBe(true)
  },
)

test.each(WALKS.map((walk) => [walk.kind, walk] as const))(
  '%s takes at most three files by hand, beside a row of the fidelity table, and stands in the table of walks',
  (kind, { hand }) => {
    expect(hand.filter(({ path }) => !path.includes('/fidelity/')).length).toBeLessThanOrEqual(3)
    expect(walks.filter((line) => line.startsWith(`| ${kind} |`))).toHaveLength(1)
  },
)

const COSTS = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')

test.each([
  ['a switch of Entra ID', ['a switch of Entra ID']],
  ['a verb, or a view', ['a verb', 'a view']],
  ['a deviation', ['a deviation', 'a finding']],
])('the cost of %s is the one that its walk has', (task, kinds) => {
  const [, written] = new RegExp(`^\\| ${task} \\| (\\d)`, 'm').exec(COSTS) ?? []
  const counted = WALKS.filter(({ kind }) => kinds.includes(kind)).map(({ hand }) => hand.length)
  expect(counted).toEqual(kinds.map(() => Number(written)))
})

test.each(readdirSync(join(ROOT, 'packages')))('packages/%s says what it is', (name) => {
  const text = readFileSync(join(ROOT, 'packages', name, 'README.md'), 'utf8')
  expect(text).toMatch(/^# (@scimulator\/)?[\w-]+\n\n\S/)
  const links = Array.from(text.matchAll(/\]\((?!https?:)([^)#]+)/g), ([, link = '']) => link)
  expect(links.filter((link) => !existsSync(join(ROOT, 'packages', name, link)))).toEqual([])
})
