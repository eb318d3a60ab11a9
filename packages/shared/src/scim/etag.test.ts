import { expect, test } from 'vitest'
import { matchesEtag, parseEntityTags, weakEtag } from './etag.ts'

test.each([
  ['W/"3"', true],
  ['"3"', true],
  ['w/"3"', true],
  ['*', true],
  [' * ', true],
  ['"1", W/"3"', true],
  ['3', true],
  ['W/"33"', false],
  ['"1","2"', false],
  ['', false],
  ['"a,3"', false],
])('If-Match: %s is %s for version 3', (header, expected) => {
  expect(matchesEtag(header, weakEtag(3))).toBe(expected)
})

test('a comma within quotes does not part two tags', () => {
  expect(parseEntityTags('"a,b", W/"c"')).toEqual(['"a,b"', 'W/"c"'])
})
