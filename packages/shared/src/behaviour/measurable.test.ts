import { expect, it } from 'vitest'
import { z } from 'zod'
import { unmeasurable } from './measurable.ts'

it.each<[string, readonly (string | number)[] | undefined]>([
  ['{"login":{"length":{"toString":""}}}', ['login', 'length']],
  ['{"length":[{"toString":null}]}', ['length']],
  ['[1,{"a":[{"length":{"a":{"toString":1}}}]}]', [1, 'a', 0, 'length']],
  ['{"length":{"of":"a table"}}', undefined],
  ['{"length":5,"toString":"x","name":{"toString":{}}}', undefined],
  ['"toString"', undefined],
  ['null', undefined],
])('of %s it is %j', (json, path) => {
  expect(unmeasurable(JSON.parse(json))).toEqual(path)
})

it('is what zod cannot check; where that has changed, nobody needs this any more', () => {
  expect(() =>
    z
      .string()
      .max(5)
      .safeParse({ length: { toString: '' } }),
  ).toThrow(TypeError)
})
