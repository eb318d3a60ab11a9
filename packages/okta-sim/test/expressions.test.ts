// Expressions of mappings (O808 to O824): a table of what they come to, what is refused with its place, and that nothing else is thrown.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DEEPEST,
  evaluate,
  Failure,
  FUNCTIONS,
  type NullRule,
  parseExpression,
  SyntaxFault,
} from '../src/expression/index.ts'
import { createEndpoint } from './endpoint.ts'
import { createWorld, withAna } from './world.ts'

const ANA = {
  login: 'ana@example.com',
  firstName: 'Ana',
  lastName: 'Berg Holm',
  email: 'ana@example.com',
  title: '',
  department: 'Sales',
}

const outcomeOf = (written: string, rule: NullRule = 'empty') => evaluate(parseExpression(written), ANA, rule)

const TABLE: readonly (readonly [written: string, value: unknown])[] = [
  ['user.firstName', 'Ana'],
  ['source.firstName', 'Ana'],
  ['user.mobilePhone', null],
  ["'it''s'", "it's"],
  ['"a\\"b"', 'a"b'],
  ["user.firstName + '.' + user.lastName", 'Ana.Berg Holm'],
  ['1 + 2', 3],
  ["1 + '2'", '12'],
  ["user.department == 'Sales' ? 'S' : 'O'", 'S'],
  ["user.department == 'Legal' ? 'L' : user.department == 'Sales' ? 'S' : 'O'", 'S'],
  ["(user.email != null && user.email != '') ? 'work' : ''", 'work'],
  ["(user.mobilePhone != null AND user.mobilePhone != '') ? 'mobile' : ''", ''],
  ["user.title ?: 'none'", 'none'],
  ['user.mobilePhone ?: user.department', 'Sales'],
  ['!(1 > 2) AND 2 >= 2 and 1 <= 1 OR 3 < 2', true],
  ["String.append(user.firstName, '!')", 'Ana!'],
  ["String.join('-', user.firstName, 'b', 3)", 'Ana-b-3'],
  ['String.len(user.firstName)', 3],
  ['String.removeSpaces(user.lastName)', 'BergHolm'],
  ["String.replace('a.b.c', '.', '$&')", 'a$&b$&c'],
  ["String.replaceFirst('a.b.c', '.', '$&')", 'a$&b.c'],
  ["String.startsWith(user.lastName, 'Berg')", true],
  ["String.stringContains(user.lastName, 'Holm')", true],
  ['String.substring(user.lastName, 0, 4)', 'Berg'],
  ["String.substringAfter(user.login, '@')", 'example.com'],
  ["String.substringBefore(user.login, '@')", 'ana'],
  ["substringBefore(user.login, '@')", 'ana'],
  ['String.toUpperCase(user.firstName) + String.toLowerCase(user.lastName)', 'ANAberg holm'],
  ["String.stringSwitch(user.department, 'none', 'Leg', 'L', 'Sal', 'S', 'ales', 'A')", 'S'],
  ["String.stringSwitch(user.department, 'none', 'x', 'X')", 'none'],
  ["Arrays.add({'a', 'b'}, 'c')", ['a', 'b', 'c']],
  ["Arrays.remove('a, b', 'a')", ['b']],
  ["Arrays.clear({'a'})", []],
  ["Arrays.get({'a', 'b'}, 1)", 'b'],
  ["Arrays.flatten('a', {'b', 'c'})", ['a', 'b', 'c']],
  ["Arrays.contains({'a'}, 'a')", true],
  ['Arrays.size(null)', 0],
  ['Arrays.isEmpty(null)', true],
  ["Arrays.toCsvString({'a', 'b'})", 'a,b'],
  ["Convert.toInt('12')", 12],
  ['Convert.toInt(1.6)', 2],
  ["Convert.toNum('1.5')", 1.5],
]

test.each(TABLE)('%s', (written, value) => expect(outcomeOf(written)).toEqual(value))

test('every function stands in the table', () => {
  const table = TABLE.map(([written]) => written).join('\n')
  // The older ones are those with the prefix, by another name.
  const names = [...FUNCTIONS.keys()].filter((name) => name.includes('.'))
  expect(names.filter((name) => !table.includes(`${name}(`))).toEqual([])
})

test.each([
  ['empty', 'Ana'],
  ['text', 'Ananull'],
] as const)('expressionNull %s: + of null', (rule, value) => {
  expect(outcomeOf('user.firstName + user.mobilePhone', rule)).toBe(value)
  expect(outcomeOf('String.append(user.firstName, user.mobilePhone)', rule)).toBe(value)
})

test.each([
  ['user.firstName + user.mobilePhone', 'fails'],
  ["Convert.toInt('a')", 'empty'],
  ['Arrays.get(user.title, 0)', 'empty'],
  ['String.substring(user.firstName, 2, 9)', 'empty'],
  ["user.firstName ? 'a' : 'b'", 'empty'],
  ["1 < 'a'", 'empty'],
] as const)('%s fails with %s', (written, rule) => expect(() => outcomeOf(written, rule)).toThrow(Failure))

test('no text grows past its limit', () => {
  const doubled = (text: string) => `String.replace(${text}, 'a', 'aaaaaaaaaa')`
  expect(() => outcomeOf(doubled(doubled(doubled(doubled(doubled("'a'"))))))).toThrow('too long')
})

test.each([
  ['', 'A value is missing, at character 1'],
  ['user.', '"." is nothing here, at character 5'],
  ['title', 'title is nothing that can be named; user.title may be, at character 1'],
  ["user.a + 'b", 'A text does not end, at character 10'],
  ['user.a user.b', '"user.b" is too much, at character 8'],
  ['String.nothing(user.a)', 'There is no function String.nothing, at character 1'],
  ['1 + String.len()', 'String.len takes 1, not 0, at character 5'],
  ["String.stringSwitch('a')", 'takes 2 or more, not 1'],
  ['user.a ? 1', '":" is missing, at character 11'],
  ["Arrays.size(user.a) == 1 ? 'a' : 'b'", 'Arrays.size cannot stand in a condition, at character 1'],
  ['a = 1', '"=" is nothing here, at character 3'],
  ["user.a matches 'b'", '"matches" is not simulated, at character 8'],
  [`${'('.repeat(DEEPEST + 1)}1`, `at most ${DEEPEST} deep`],
  [`1${'+1'.repeat(200)}`, 'Too many parts are joined'],
  [' '.repeat(2_001), 'at most 2000 characters'],
])('%s is refused with its place', (written, said) => {
  expect(() => parseExpression(written)).toThrow(said)
  expect(() => parseExpression(written)).toThrow(SyntaxFault)
})

const word = fc.constantFrom(
  'user.a',
  "'x'",
  '(',
  ')',
  '?',
  ':',
  '?:',
  '+',
  '!',
  ',',
  '{',
  '}',
  '-',
  '1',
  'AND',
  '==',
  'null',
  ...FUNCTIONS.keys(),
)

test('whatever is written, nothing else is thrown, and what comes of it is short', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
        fc.string(),
      ),
      (written) => {
        try {
          expect(JSON.stringify(outcomeOf(written)).length).toBeLessThan(100_000)
        } catch (error) {
          if (!(error instanceof SyntaxFault || error instanceof Failure)) throw error
        }
      },
    ),
    { numRuns: 2_000 },
  )
})

describe('set-mapping', () => {
  async function mapped(expression: string, switches: object = {}) {
    const endpoint = createEndpoint()
    const world = createWorld(endpoint.reply, switches)
    await withAna(world)
    await world.act('set-mapping', { externalName: 'nickName', expression })
    await world.act('assign-user', { user: 'ana@example.com' })
    return { endpoint, world, nickName: () => Object(endpoint.users()[0]).nickName }
  }

  test('an expression is pushed, and again when what it reads changes', async () => {
    const { world, nickName } = await mapped("String.toUpperCase(user.lastName) + ' ' + user.title")
    expect(nickName()).toBe('BERG ')
    await world.act('update-user', { user: 'ana@example.com', set: { title: 'Buyer' } })
    expect(nickName()).toBe('BERG Buyer')
    expect(await world.see('mappings')).toContainEqual(
      expect.objectContaining({ value: expect.objectContaining({ source: expect.stringContaining('toUpperCase') }) }),
    )
    await world.act('set-mapping', { externalName: 'nickName', source: null })
    expect(JSON.stringify(await world.see('mappings'))).not.toContain('toUpperCase')
  })

  test('expressionNull is as it is when the mapping is saved', async () => {
    const { nickName } = await mapped('user.firstName + user.title', { expressionNull: 'text' })
    expect(nickName()).toBe('Ananull')
  })

  test('null sends nothing; a failure too, and it is in the log', async () => {
    const nothing = await mapped('user.mobilePhone')
    expect(nothing.nickName()).toBe(undefined)
    const failing = await mapped('Convert.toInt(user.firstName)')
    expect(failing.nickName()).toBe(undefined)
    expect(await failing.world.tasks()).toEqual([])
    const log = (await failing.world.see('system-log')).map(({ value }) => Object(value))
    expect(log.filter(({ eventType }) => eventType === 'application.appuser.mapping.invalid.expression')).toMatchObject(
      [{ outcome: { result: 'FAILURE' } }],
    )
  })

  test.each([
    [{ expression: 'user.title +' }, 'A value is missing, at character 13'],
    [{ expression: 'title' }, 'title is nothing that can be named; user.title may be'],
    [{ expression: 'user.title', source: 'title' }, 'not both'],
    [{}, 'Give a source or an expression'],
  ])('%j is refused', async (given, said) => {
    const world = createWorld(createEndpoint().reply)
    await withAna(world)
    await expect(world.act('set-mapping', { externalName: 'nickName', ...given })).rejects.toThrow(said)
  })
})
