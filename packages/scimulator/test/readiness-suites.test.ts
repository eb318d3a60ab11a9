// The guide is followed, line by line: each command ends as the guide says and prints what stands there.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SUITE_NAMES } from '@scimulator/harness/suites'
import { afterAll, expect, test } from 'vitest'
import { follow } from '../../../scripts/screens/follow.ts'
import { ROOT, SUITES_GUIDE } from '../../../scripts/screens/screens.ts'
import { comparable } from '../../../scripts/screens/still.ts'
import { BIN } from './command.ts'

const guide = readFileSync(join(ROOT, SUITES_GUIDE), 'utf8')
const written = ['suite.xml', 'suite.json'].map((name) => join(ROOT, 'examples/express-endpoint', name))

afterAll(() => {
  for (const path of written) rmSync(path, { force: true })
})

test('two bugs are shown by the kit’s own names, and mended they pass (screens: npm run docs:screens)', async () => {
  const { printed, surprises } = await follow(guide, ROOT, BIN)
  expect(surprises).toEqual([])
  expect([...printed.values()].map(comparable)).toEqual([...printed.keys()].map(({ text }) => comparable(text)))
  expect(readFileSync(written[0] ?? '', 'utf8')).toContain('failures="0"')
}, 300_000)

test('the guide names every suite, and never that somebody accepts an endpoint', () => {
  expect(SUITE_NAMES.filter((name) => !guide.includes(`| \`${name}\` |`))).toEqual([])
  expect(guide).not.toMatch(/accepted by|certified/i)
  expect(guide).toContain('[entra-kit-users/Disable_User_Test]')
})
