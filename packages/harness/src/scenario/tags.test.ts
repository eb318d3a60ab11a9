import { expect, test } from 'vitest'
import { fitsTags, readTags } from './tags.ts'

test.each([
  ['smoke', ['smoke'], true],
  ['smoke', [], false],
  ['smoke,help-page', ['help-page', 'slow'], true],
  ['!slow', [], true],
  ['!slow', ['slow'], false],
  ['smoke, !slow', ['smoke', 'slow'], false],
  ['smoke,!slow', ['smoke'], true],
  ['smoke,!slow', ['other'], false],
])('--tags %s and a file with %j: %s', (text, tags, expected) => {
  expect(fitsTags(tags, readTags(text))).toBe(expected)
})

test.each(['', 'Smoke', 'a b', 'a,,b', '!'])('--tags "%s" is told with the way out', (text) => {
  expect(() => readTags(text)).toThrow('--tags takes words such as smoke,!slow')
})
