import { expect, test } from 'vitest'
import { saidOf } from './user-acts.ts'

test.each([
  [[undefined], '1 user suspended.', false],
  [[undefined, undefined], '2 users suspended.', false],
  [[undefined, new Error('Bo is STAGED.')], '1 user suspended. 1 not: Bo is STAGED.', true],
  [[new Error('Bo is STAGED.')], '1 not: Bo is STAGED.', true],
])('of %j it is said: %s', (problems, text, isError) => {
  expect(saidOf('suspended', problems)).toEqual({ text, isError })
})
