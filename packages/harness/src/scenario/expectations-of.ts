import type { Step, WrittenExpectation } from './scenario.ts'

/** The expectations that a step asks; none when it is another verb. */
export function expectationsOf({ word, input, inputPath }: Step): readonly WrittenExpectation[] {
  if (word.kind !== 'expectations') return []
  if (!Array.isArray(input)) return [{ value: input, path: inputPath }]
  return input.map((value, index) => ({ value, path: [...inputPath, index] }))
}
