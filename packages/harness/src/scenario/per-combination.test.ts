import { describe, expect, test } from 'vitest'
import { shippedPrograms } from '../world/programs.ts'
import { vocabularyOf } from '../world/vocabulary-of.ts'
import { parseScenario } from './load-scenario.ts'
import { ofCombination } from './per-combination.ts'

const vocabulary = await vocabularyOf(await shippedPrograms())
const OF = '$' + '{matrix.way.'
const WHO = '$' + '{who}'

const parsed = (...steps: readonly string[]) =>
  parseScenario(
    [
      'scenario: s',
      'description: d',
      'matrix:',
      '  way: [{ name: one, times: 1, over: [], of: arrives }, { name: two, times: 2, over: [a, b], of: arrives }, { name: again, times: 1, over: [a], of: arrives }]',
      'steps:',
      ...steps.map((step) => `  - ${step}`),
      'expect: [{ view: traffic, count: 0 }]',
    ].join('\n'),
    { path: `${import.meta.dirname}/../../test/x.yaml`, file: 'x.yaml', vocabulary },
  )

const toldIn = (...steps: readonly string[]) => {
  const scenario = parsed(...steps)
  return scenario.combinations.map((one) => ofCombination(scenario, one).steps.map(({ input }) => input))
}

describe('what stands for other steps may take from the matrix', () => {
  test('how often', () => {
    expect(toldIn(`repeat: { times: "${OF}times}", steps: [{ advance: 1m }] }`, 'advance: 3m')).toEqual([
      ['1m', '3m'],
      ['1m', '1m', '3m'],
      ['1m', '3m'],
    ])
  })

  test('over what, be it nothing', () => {
    const steps = `[{ note: "${WHO} of ${OF}name}" }]`
    expect(toldIn(`repeat: { over: "${OF}over}", as: who, steps: ${steps} }`, 'advance: 3m')).toEqual([
      ['3m'],
      [`a of ${OF}name}`, `b of ${OF}name}`, '3m'],
      [`a of ${OF}name}`, '3m'],
    ])
  })

  test('and again inside', () => {
    const inner = `{ repeat: { times: "${OF}times}", steps: [{ note: "${WHO}" }] } }`
    expect(toldIn(`repeat: { over: "${OF}over}", as: who, steps: [${inner}] }`, 'advance: 3m')).toEqual([
      ['3m'],
      ['a', 'a', 'b', 'b', '3m'],
      ['a', '3m'],
    ])
  })

  test('which fragment', () => {
    const [one] = toldIn(`include: { fragment: "${OF}of}", with: { user: "${OF}name}@c.test" } }`)
    expect(one).toHaveLength(2)
    expect(JSON.stringify(one)).toContain('one@c.test')
  })
})

test.each([
  ['a number that is none', `repeat: { times: "${OF}over}", steps: [{ advance: 1m }] }`, 'times'],
  ['a name that the matrix does not have', `repeat: { times: "${OF}tmes}", steps: [{ advance: 1m }] }`, '"times"'],
  ['a fragment that is not there', `include: "${OF}name}"`, 'There is no fragment "one".'],
  ['a list that is empty as it is written', 'repeat: { over: [], steps: [{ advance: 1m }] }', 'over'],
])('%s does not load', (_what, step, said) => {
  expect(() => parsed(step)).toThrow(said)
})
