import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asText } from './json.ts'

test.each([
  ['{"toString":""}', '[object Object]'],
  ['[{"toString":""},null,"a",[1,{"valueOf":2,"toString":3}]]', '[object Object],,a,1,[object Object]'],
  ['"a"', 'a'],
  ['null', 'null'],
])('the text of %s is %s', (json, text) => {
  expect(asText(JSON.parse(json))).toBe(text)
})

test('every other value of JSON has the text that String gives it', () => {
  const readable = fc.jsonValue().filter((value) => !/toString|valueOf/.test(JSON.stringify(value)))
  fc.assert(
    fc.property(readable, (value) => {
      expect(asText(value)).toBe(String(value))
    }),
  )
})
