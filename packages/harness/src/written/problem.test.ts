import { expect, test } from 'vitest'
import { BadInput, formatProblem } from './problem.ts'
import { readYaml } from './yaml-document.ts'

const at = (excerpt: string, column: number, length: number) =>
  formatProblem({ position: { file: 'x.yaml', line: 3, column, excerpt, length }, message: 'It is wrong.' }).split('\n')

test('the caret stands under what is meant', () => {
  expect(at('a: \tbc', 5, 2)).toEqual(['x.yaml:3:5: It is wrong.', '    3 | a: \tbc', '      |    \t^^'])
})

test.each([
  ['at the beginning', 1],
  ['in the middle', 5_000],
  ['at the end', 9_998],
])('of a line without end the part around it is shown: %s', (_, column) => {
  const line = `${'-'.repeat(column - 1)}wrong${'-'.repeat(10_000)}`.slice(0, 10_002)
  const [place, excerpt = '', carets = ''] = at(line, column, 5)
  expect(place).toBe(`x.yaml:3:${column}: It is wrong.`)
  expect(excerpt.length).toBeLessThan(220)
  expect(excerpt.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('wrong')
})

test('of what is not YAML the first errors are told, and a recording is known as one', () => {
  const problemsOf = (text: string): readonly string[] => {
    try {
      readYaml('x.yaml', text)
      return []
    } catch (error) {
      return error instanceof BadInput ? error.message.split('\n\n') : [String(error)]
    }
  }
  expect(problemsOf(Array.from({ length: 50 }, (_, n) => `{"seq":${n}}`).join('\n'))).toHaveLength(3)
  expect(problemsOf('{"scimulatorRecording":1}\n{"seq":1}\n')).toEqual([
    'x.yaml is a recording. "scimulator init --from x.yaml" makes a scenario of it.',
  ])
})
