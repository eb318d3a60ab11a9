// A scenario in prose, one view of it after a step, and its layout.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeScenario } from '../src/scenario/describe-scenario.ts'
import { findScenarioFiles } from '../src/scenario/find-files.ts'
import { loadScenario, parseScenario } from '../src/scenario/load-scenario.ts'
import { lookAtScenario } from '../src/scenario/run-look.ts'
import { shippedPrograms } from '../src/world/programs.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'
import { formatYaml } from '../src/written/format-yaml.ts'

const folder = join(import.meta.dirname, '../../../scenarios')
const files = findScenarioFiles([folder])
const kinds = await shippedPrograms()
const vocabulary = await vocabularyOf(kinds)

const TEXT = `scenario: A promotion reaches Lark
description: Who is promoted has the new title at the receiver.
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
    save: source
    note: Lark 1.1
  - lark.add-member: { name: Tom, email: tom@contoso.example }
  - advance: 40m
  - lark.add-member: { name: Tom, email: tom@contoso.example }
    fails: { message: already }
expect:
  - view: lark.members
    proves: [B08]
    where: { status: Active }
    exactly: { tom@contoso.example: { jobTitle: { $absent: true }, name: Tom } }
  - { view: directory.users, absent: [bo@contoso.example], count: { min: 0 } }
`
const parse = (text: string) =>
  parseScenario(text, { path: `${import.meta.dirname}/x.yaml`, file: 'x.yaml', vocabulary })

test('a scenario is told step by step, and what must be true', () => {
  const told = describeScenario(parse(TEXT), vocabulary).split('\n')
  expect(told.slice(0, 3)).toEqual([
    '# A promotion reaches Lark',
    '',
    'Who is promoted has the new title at the receiver.',
  ])
  expect(told.filter((line) => /^\d/.test(line)).map((line) => line.replace(/ .*: /, ' … '))).toEqual([
    '1. … kind Entra ID, activate. What comes of it is kept as source. (Lark 1.1)',
    '2. … name Tom, email tom@contoso.example.',
    '3. 40m pass, and all that falls due happens.',
    '4. … “already”.',
  ])
  expect(told.slice(told.indexOf('## What must be true in the end') + 1).join('\n')).toMatchInlineSnapshot(`
    "
    - Members as Lark sees them, \`lark.members\`, of which status is "Active" [B08]:
         - of tom@contoso.example, jobTitle is nothing and name is "Tom"
         - there is no other
    - Users read over SCIM with the token of a sync source, \`directory.users\`:
         - there are at least 0
         - bo@contoso.example is not there"
  `)
})

test('every scenario that ships is told, with all its people and values as they are written', () => {
  for (const path of files) {
    const scenario = loadScenario(path, { vocabulary })
    const told = describeScenario(scenario, vocabulary)
    expect(told).not.toMatch(/undefined|\[object /)
    for (const line of scenario.steps.map((_, index) => `\n${index + 1}. `)) expect(told).toContain(line)
  }
})

describe('look', () => {
  test('shows a view after a step, and not what comes later', async () => {
    const look = (at: number, view = 'lark.members') => lookAtScenario(parse(TEXT), { kinds, vocabulary, at, view })
    expect(await look(1)).toEqual([])
    expect(await look(2)).toMatchObject([{ key: 'tom@contoso.example', value: { name: 'Tom' } }])
    expect(await look(4, 'entra.users')).toEqual([])
    await expect(look(5)).rejects.toThrow('steps 1 to 4')
    await expect(look(1, 'lark.membrs')).rejects.toThrow('Did you mean "lark.members"')
  })

  test('has no secret in it, and says which step was not carried out', async () => {
    const text = TEXT.replace('    fails: { message: already }\n', '')
    await expect(lookAtScenario(parse(text), { kinds, vocabulary, view: 'lark.members' })).rejects.toThrow(
      'Step 4 (lark.add-member',
    )
  })
})

describe('the layout', () => {
  test('comments, order and line breaks stay; spaces, blank lines and ends of lines are one', () => {
    const loose =
      '# first\r\n\r\n\r\n\r\na:   {b: 1,c: [ 1, 2 ]}   # why\r\n# last\r\nd: { }\r\ne:\r\n  - {\r\n    f: 1 }\r\n\r\n'
    expect(formatYaml('x.yaml', loose)).toBe(
      '# first\n\na: { b: 1, c: [1, 2] }   # why\n# last\nd: {}\ne:\n  - {\n    f: 1 }\n',
    )
  })

  test('a text of several lines stays as it is', () => {
    const block = 'a: |+\n  one\n\n\n\n  two  \n\n'
    expect(formatYaml('x.yaml', block)).toBe(block)
  })

  test('nor does it keep the rest of a file from being brought into it', () => {
    expect(formatYaml('x.yaml', 'a: |\n  one  \n\n\n\n  b:   {c: 1}\nd:   {e: 1 ,f:   2}\n')).toBe(
      'a: |\n  one  \n\n\n\n  b:   {c: 1}\nd: { e: 1, f: 2 }\n',
    )
  })

  test.each([
    ['a byte order mark and tabs', '\ufeffa:\t{b: 1}\n', '\ufeffa: { b: 1 }\n'],
    [
      'anchors, aliases and merged maps',
      'a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n',
      'a: &x { b: 1 }\nc: *x\nd:\n  <<: *x\n',
    ],
    [
      'comments in the midst of a map on one line',
      'a: { # b\n  c: 1, # d\n  e: 2 }\n',
      'a: { # b\n  c: 1, # d\n  e: 2 }\n',
    ],
    ['colons and commas of a text', 'a: "b:   c ,d"\ne: f,g  h\n', 'a: "b:   c ,d"\ne: f,g  h\n'],
    ['a folded text behind a comment', 'a: >-   # why\n  b:   {c}\n\n  d\n', 'a: >-   # why\n  b:   {c}\n\n  d\n'],
    ['a comma at the end', 'a: [b ,c,]\n', 'a: [b, c,]\n'],
  ])('%s', (_, text, made) => {
    expect(formatYaml('x.yaml', text)).toBe(made)
    expect(formatYaml('x.yaml', made)).toBe(made)
  })

  test('all that ships is in it, and is left alone', () => {
    const others = files.filter((path) => {
      const text = readFileSync(path, 'utf8')
      return formatYaml(path, text) !== text
    })
    expect(others).toEqual([])
  })
})
