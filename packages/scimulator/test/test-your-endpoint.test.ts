// The guide is followed, line by line, with the installed command where the gate has installed it: each command ends as the guide says and
// prints what stands there. The README shows the same.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, expect, test } from 'vitest'
import { blocksOf } from '../../../scripts/screens/blocks.ts'
import { follow } from '../../../scripts/screens/follow.ts'
import { GUIDE, ROOT, readmeBeside } from '../../../scripts/screens/screens.ts'
import { comparable } from '../../../scripts/screens/still.ts'
import { registerTest } from '../src/cli/test.ts'
import { BIN } from './command.ts'

const guide = readFileSync(join(ROOT, GUIDE), 'utf8')
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')

const baseline = join(ROOT, 'examples/express-endpoint/known.json')

afterAll(() => rmSync(baseline, { force: true }))

test('bugs are named, mended one by one, and the last test is clean (screens: npm run docs:screens)', async () => {
  const { printed, surprises } = await follow(guide, ROOT, BIN)
  expect(surprises).toEqual([])
  expect([...printed.values()].map(comparable)).toEqual([...printed.keys()].map(({ text }) => comparable(text)))
  expect(JSON.parse(readFileSync(baseline, 'utf8'))).toMatchObject({ version: 1, findings: ['first-page-only'] })
}, 300_000)

test('what decides whether a test fails, and how fast it asks, is typed and not only told', () => {
  const typed = blocksOf(guide).flatMap(({ language, text }) => (language === 'sh' ? [text] : []))
  const options = [
    'write-baseline',
    'baseline',
    'access',
    'access-url',
    'only',
    'finding',
    'rate',
    'parallel',
    'fail-on',
  ]
  const wanted = [...options.map((name) => `--${name} `), '--reporter agent']
  expect(wanted.filter((option) => !typed.join('').includes(` ${option}`))).toEqual([])
})

test('the first test names all three, the last one nobody', () => {
  const screens = blocksOf(guide).filter(({ text }) => text.includes('Entra ID, without it'))
  const [first = '', last = ''] = [screens.at(0)?.text, screens.at(-1)?.text]
  expect(Array.from(first.matchAll(/^\(\d\) .*\[(.+)\]$/gm), ([, id]) => id).sort()).toEqual([
    'first-page-only',
    'member-remove-empties-group',
    'string-false-is-true',
  ])
  expect(last.match(/ works$/gm)).toHaveLength(5)
})

test('the README’s first screen is the one of the guide', () => {
  expect(readme).toBe(readmeBeside(readme, guide))
})

test('the README names the command before anything of how it is built, and the two commands of a clone', () => {
  const order = ['npx scimulator test', 'No tenant, no account, no telemetry', 'npm run scenarios', '## What is inside']
  expect(order.map((text) => readme.indexOf(text))).toEqual(
    order.map((text) => readme.indexOf(text)).sort((a, b) => a - b),
  )
  expect(order.filter((text) => !readme.includes(text))).toEqual([])
})

test('the README leads to every guide', () => {
  const guides = readdirSync(join(ROOT, 'docs/guides')).map((name) => `docs/guides/${name}`)
  expect(guides.filter((path) => !readme.includes(`(${path})`))).toEqual([])
})

test('every option that the guide names exists', () => {
  const program = new Command()
  registerTest(program)
  const known = new Set(program.commands[0]?.options.map(({ long }) => long))
  const others = blocksOf(guide).filter(({ language, text }) => language === 'text' || text.includes('server.mjs'))
  const texts = others.reduce((text, block) => text.replace(block.text, ''), guide).replaceAll(/'node [^']*'/g, '')
  const named = new Set([...texts.matchAll(/(?<![-\w])--[a-z][a-z-]+/g)].map(([flag]) => flag))
  expect([...named].filter((flag) => !known.has(flag))).toEqual([])
  expect(named.size).toBeGreaterThan(12)
})
