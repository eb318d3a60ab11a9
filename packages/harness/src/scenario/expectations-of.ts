import { isPlainObject } from '../written/plain-object.ts'
import type { Step, WrittenExpectation } from './scenario.ts'

/** The expectations that a step asks; none when it is another verb. */
export function expectationsOf({ word, input, inputPath }: Step): readonly WrittenExpectation[] {
  if (word.kind !== 'expectations') return []
  if (!Array.isArray(input)) return [{ value: input, path: inputPath }]
  return input.map((value, index) => ({ value, path: [...inputPath, index] }))
}

/** The names that an expectation keeps values under. */
export function capturesOf(value: unknown): readonly string[] {
  return isPlainObject(value) && isPlainObject(value.capture) ? Object.keys(value.capture) : []
}

/** Whether it waits, or must stay true, so that things happen while it is asked. */
export function letsTimePass({ value }: WrittenExpectation): boolean {
  return isPlainObject(value) && (value.eventually ?? value.always) !== undefined
}
