// $search as Graph's page on it says: words of names and descriptions, beginnings of everything else.
import { expect, test } from 'vitest'
import { parseODataSearch, passesSearch } from './search.ts'

const group = {
  displayName: 'OneVideo Team',
  description: 'hello.world 42',
  mail: 'onevideo@contoso.example',
  proxies: ['a@x', 'b@x'],
}

test.each<[search: string, isFound: boolean]>([
  ['"displayName:video"', true],
  ['"displayName:OneVideo"', true],
  ['"displayName:team one"', true],
  ['"displayName:vid"', true],
  ['"displayName:ideo"', false],
  ['"displayName:one drive"', false],
  ['"description:helloworld"', true],
  ['"description:world"', true],
  ['"description:42"', true],
  ['"description:hello-world"', true],
  ['"mail:onevideo"', true],
  ['"mail:ONEVIDEO@"', true],
  ['"mail:contoso"', false],
  ['"proxies:b@"', true],
  ['"jobTitle:x"', false],
  ['"displayName:nobody" OR "mail:one"', true],
  ['"displayName:one" AND "mail:two"', false],
  ['"description:hello" AND ("displayName:Video" OR "displayName:Drive")', true],
  ['"displayName:nobody" OR "displayName:one" AND "mail:two"', false],
])('%s: %s', (search, isFound) => expect(passesSearch(parseODataSearch(search), group)).toBe(isFound))

test.each([
  ['"video"'],
  ['displayName:video'],
  [''],
  ['"displayName:"'],
  ['"displayName:a" and "mail:b"'],
  ['"displayName:a" "mail:b"'],
  ['"displayName:a" AND'],
  ['("displayName:a"'],
  ['"displayName:a'],
])('%s is refused', (search) => expect(() => parseODataSearch(search)).toThrow(/\$search/))

test('quotes and backslashes are escaped by a backslash', () => {
  expect(passesSearch(parseODataSearch('"mail:a\\"b\\\\c"'), { mail: 'a"b\\c@x' })).toBe(true)
})

test.each([
  [`${'('.repeat(20_000)}"displayName:a"`, 'nested deeper than 32'],
  [`"mail:a"${' AND "mail:a"'.repeat(20_000)}`, 'more than 1000 clauses'],
])('%.20s… is refused, and no stack is used up', (text, message) => {
  expect(() => parseODataSearch(text)).toThrow(message)
})

test('as much as is allowed is read and asked', () => {
  const nested = `${'('.repeat(32)}"displayName:video"${')'.repeat(32)}`
  const long = `"mail:no"${' OR "displayName:video"'.repeat(999)}`
  for (const text of [nested, long]) expect(passesSearch(parseODataSearch(text), group)).toBe(true)
})
