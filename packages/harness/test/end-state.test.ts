// Every file ends in a directory that any endpoint can show, or says of which product it is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assertsEndState } from '../src/scenario/end-state.ts'
import { lintScenario } from '../src/scenario/lint-scenario.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'
import { FAKE_KINDS } from './fake-programs.ts'
import { HEAD, parseText, runText } from './run-text.ts'
import { type ScimmyTarget, startScimmyTarget } from './scimmy-target.ts'
import { tokenTarget } from './target/token-target.ts'

const BINDING = '# yaml-language-server: $schema=schema/scenario.schema.json\n'
const ACT = '  - receiver.add-source: { kind: Entra ID }\n    save: source\n'
const USERS = '{ view: directory.users, count: 0 }'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-end-state-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the end state is asserted', () => {
  test.each([
    ['by an expectation of the file', `steps:\n${ACT}expect:\n  - ${USERS}\n`],
    ['by one on groups', `steps:\n${ACT}expect:\n  - { view: directory.groups, count: 0 }\n`],
    ['by a step behind the last act', `steps:\n${ACT}  - expect: ${USERS}\n`],
    ['by one of a list of expectations', `steps:\n${ACT}  - expect: [{ view: lark.members, count: 0 }, ${USERS}]\n`],
    ['although something that only looks follows', `steps:\n${ACT}  - expect: ${USERS}\n  - note: that was all\n`],
  ])('%s', async (_, text) => {
    expect(assertsEndState(await parseText(text))).toBe(true)
  })
})

describe('the end state is not asserted', () => {
  test.each([
    ['where nothing is expected', `steps:\n${ACT}`],
    ['where only the product is asked', `steps:\n${ACT}expect:\n  - { view: lark.members, count: 0 }\n`],
    ['where only requests are looked at', `steps:\n${ACT}expect:\n  - { view: traffic, count: 0 }\n`],
    ['where an act follows the expectation', `steps:\n${ACT}  - expect: ${USERS}\n  - advance: 1m\n`],
    [
      'where the one expectation holds for one product only',
      `steps:\n${ACT}expect:\n  - { view: directory.users, count: 0, only: lark }\n`,
    ],
  ])('%s', async (_, text) => {
    expect(assertsEndState(await parseText(text))).toBe(false)
  })
})

describe('lint', () => {
  test.each([
    [
      'a file without an end state is refused',
      `steps:\n${ACT}`,
      'The end state is asserted nowhere on a foreign target',
    ],
    ['one about a product is not', `only: lark\nsteps:\n${ACT}`, undefined],
    ['one that ends in a directory is not', `steps:\n${ACT}expect:\n  - ${USERS}\n`, undefined],
  ])('%s', async (name, text, message) => {
    const path = join(folder, `${name}.yaml`)
    writeFileSync(path, `${BINDING}${HEAD}${text}`)
    const problems = lintScenario(path, { vocabulary: await vocabularyOf(FAKE_KINDS), root: folder })
    expect(problems.map((one) => one.message.slice(0, message?.length))).toEqual(message === undefined ? [] : [message])
    // The way out stands beside it, and the place is the file's title.
    for (const { hint, position } of problems) {
      expect(hint).toMatch(/directory\.users.*only: lark/)
      expect(position.line).toBe(2)
    }
  })
})

describe('an expectation of one product', () => {
  const TEXT = `
steps:
${ACT}  - expect: { view: directory.users, count: 7, only: lark }
expect:
  - { view: directory.users, count: 0 }
  - { view: directory.users, count: 8, only: lark }
`
  let scimmy: ScimmyTarget

  beforeAll(async () => {
    scimmy = await startScimmyTarget()
  })
  afterAll(() => scimmy.close())

  test('is asked at that product, and fails there when it does not hold', async () => {
    const { result } = await runText(TEXT)
    const asked = [...result.steps.flatMap(({ expectations }) => expectations), ...result.expectations]
    expect(asked.map(({ outcome }) => outcome)).toEqual(['failed', 'passed', 'failed'])
  })

  test('is not asked at another endpoint, and says so', async () => {
    const { result } = await runText(TEXT, { target: await tokenTarget(scimmy.url, scimmy.token) })
    const asked = [...result.steps.flatMap(({ expectations }) => expectations), ...result.expectations]
    expect(asked.map(({ outcome }) => outcome)).toEqual(['skipped', 'passed', 'skipped'])
    const skip = { code: 'product-rule', product: 'lark', kind: 'view', name: 'directory.users', target: scimmy.url }
    expect(asked.map((one) => one.skip)).toEqual([skip, undefined, skip])
    expect(result.outcome).toBe('passed')
  })
})
