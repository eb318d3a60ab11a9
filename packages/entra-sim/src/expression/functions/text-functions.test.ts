import { describe, expect, test } from 'vitest'
import { evaluateText, type SourceAttributes } from '../evaluate-text.ts'

type Case = readonly [text: string, source: SourceAttributes, expected: unknown]

const john: SourceAttributes = { givenName: 'John', surname: 'Doe', userPrincipalName: 'John.Doe@contoso.example' }
const error = { error: expect.any(String) }

const documented: readonly Case[] = [
  ['Append([userPrincipalName], ".test")', john, 'John.Doe@contoso.example.test'],
  ['Append(Mid([givenName],1,3), Mid([surname],1,5))', john, 'JohDoe'],
  ['BitAnd(&HF, &HF7)', {}, '7'],
  ['Coalesce([mail],[userPrincipalName])', john, 'John.Doe@contoso.example'],
  ['ConvertToBase64("Hello world!")', {}, 'SABlAGwAbABvACAAdwBvAHIAbABkACEA'],
  ['ConvertToUTF8Hex("Hello world!")', {}, '48656C6C6F20776F726C6421'],
  ['Join("@", [mailNickname], "contoso.example")', { mailNickname: 'john' }, 'john@contoso.example'],
  ['InStr("The quick brown fox","quick")', {}, '5'],
  ['InStr("repEated","e",3,vbBinaryCompare)', {}, '7'],
  ['Join(", ", "", [surname], [givenName])', john, 'Doe, John'],
  ['CStr([dn])', { dn: 'CN=John,DC=contoso' }, 'CN=John,DC=contoso'],
  ['Left("John Doe", 3)', {}, 'Joh'],
  ['Len("John Doe")', {}, '8'],
  ['Len(42568)', {}, '5'],
  ['Len(42568.75)', {}, '8'],
  ['NormalizeDiacritics([givenName])', { givenName: 'Zoë' }, 'Zoe'],
  ['NormalizeDiacritics([givenName])', { givenName: 'Øyvind' }, 'OEyvind'],
  ['PCase([displayName])', { displayName: 'PABLO GONSALVES (SECOND)' }, 'Pablo Gonsalves (Second)'],
  [`PCase([lastName], " '-")`, { lastName: "PINTO-DE'SILVA" }, "Pinto-De'Silva"],
  [
    'Split([extensionAttribute5], ",")',
    { extensionAttribute5: 'PermissionSetOne, PermissionSetTwo' },
    ['PermissionSetOne', 'PermissionSetTwo'],
  ],
  ['ToUpper([x])', { x: 'tr' }, 'TR'],
  ['ToLower([x], "tr-TR")', { x: 'TITLE' }, 'tıtle'],
  ['Word("The quick brown fox",3," ")', {}, 'brown'],
  ['Word("This,string!has&many separators",3,",!&#")', {}, 'has'],
]

const edges: readonly Case[] = [
  ['Append([missing], ".test")', {}, null],
  ['Append("a", [missing])', {}, 'a'],
  ['BitAnd("9223372036854775807", "4294967296")', {}, '4294967296'],
  ['BitAnd("x", 1)', {}, error],
  ['BitAnd([missing], 1)', {}, error],
  ['Coalesce([a], [b], "none")', { a: null }, 'none'],
  ['Coalesce([a], "none")', { a: '' }, ''],
  ['Coalesce([a], [b])', {}, null],
  ['ConvertToBase64([missing])', {}, null],
  ['ConvertFromBase64("SABlAGwAbABvACAAdwBvAHIAbABkACEA", "Unicode")', {}, 'Hello world!'],
  ['ConvertFromBase64("SGVsbG8=", "UTF8")', {}, 'Hello'],
  ['ConvertFromBase64("nonsense!", "UTF8")', {}, error],
  ['ConvertFromBase64("SGVsbG8=", "EBCDIC")', {}, error],
  ['ConvertToUTF8Hex("é")', {}, 'C3A9'],
  ['Count([proxyAddresses])', { proxyAddresses: ['a', 'b'] }, '2'],
  ['Count([missing])', {}, '0'],
  ['Count("one")', {}, '1'],
  ['CStr([flag])', { flag: true }, 'True'],
  ['InStr("abc","x")', {}, '0'],
  ['InStr("repEated","E",1,vbTextCompare)', {}, '2'],
  ['InStr("repEated","E")', {}, '4'],
  ['InStr("a/b", "/", , )', {}, '2'],
  ['InStr([missing], "x")', {}, '0'],
  ['InStr("abc", "b", "x")', {}, error],
  ['Item([proxyAddresses], 2)', { proxyAddresses: ['a', 'b'] }, 'b'],
  ['Item([proxyAddresses], 0)', { proxyAddresses: ['a', 'b'] }, error],
  ['Item([proxyAddresses], 3)', { proxyAddresses: ['a', 'b'] }, error],
  ['Item([missing], 1)', {}, null],
  ['Join("", 1000, [a])', { a: 'x' }, '1000x'],
  ['Join(";", [proxyAddresses], "c")', { proxyAddresses: ['a', 'b'] }, 'a;b;c'],
  ['Join(" ", [a], [b])', {}, ''],
  ['Left("John", 0)', {}, ''],
  ['Left("John", -2)', {}, 'John'],
  ['Left("John", 99)', {}, 'John'],
  ['Left([missing], 2)', {}, ''],
  ['Len([missing])', {}, '0'],
  ['Len("😀")', {}, '2'],
  ['Mid("John", 3, 99)', {}, 'hn'],
  ['Mid("John", 9, 1)', {}, ''],
  ['Mid("John", 0, 1)', {}, error],
  ['Mid("John", 1, -1)', {}, ''],
  ['Mid([missing], 1, 2)', {}, null],
  ['Mid("John", [missing], 2)', {}, error],
  ['NormalizeDiacritics("æÆøØßäöüåłŁıİșț")', {}, 'aeAEoeOEssaoualLiIst'],
  ['NormalizeDiacritics("đþðœ")', {}, 'đþðœ'],
  ['NormalizeDiacritics("ǣǢ")', {}, 'aeAE'],
  ['NormalizeDiacritics("ø\u0304Ø\u0304œ\u0304Œ\u0304")', {}, 'oeOEoeOE'],
  ['NormalizeDiacritics("āćďęğīņőřśťųýž")', {}, 'acdeginorstuyz'],
  ['NormalizeDiacritics("Hồ Chí Minh")', {}, 'Hồ Chi Minh'],
  ['NormalizeDiacritics("ếựỡặẾỰ")', {}, 'ếựỡặẾỰ'],
  ['NormalizeDiacritics("ơưảạ")', {}, 'ơưảạ'],
  ['NormalizeDiacritics("ĥĵŵķ")', {}, 'ĥĵŵķ'],
  ['NormalizeDiacritics("e\u0301 o\u0302\u0300")', {}, 'e ồ'],
  ['NormalizeDiacritics([missing])', {}, null],
  ['Not("True")', {}, 'False'],
  ['Not("false")', {}, 'True'],
  ['Not([missing])', {}, 'True'],
  [`PCase("o'brien")`, {}, "O'brien"],
  ['PCase("3rd floor")', {}, '3Rd Floor'],
  ['PCase("mary-ann_lee")', {}, 'Mary-Ann_Lee'],
  ['PCase("abc1def")', {}, 'Abc1def'],
  ['PCase("ZOË e\u0301mile")', {}, 'Zoë E\u0301mile'],
  ['RemoveDuplicates([a])', { a: ['x', 'X', 'x'] }, ['x', 'X']],
  ['RemoveDuplicates("x")', {}, 'x'],
  ['Split([missing], ",")', {}, null],
  ['Split(Join(",", [a]), ",")', { a: ['x', 'y'] }, ['x', 'y']],
  ['Split([a], ",")', { a: ['x', 'y, z'] }, ['x', 'y', 'z']],
  ['Join(",", Split([a], ","))', { a: ['x', 'y'] }, 'x,y'],
  ['Join(",", Split([a], ","))', { a: [] }, ''],
  ['StripSpaces(" a b\tc ")', {}, 'ab\tc'],
  ['ToLower([missing])', {}, null],
  ['ToUpper("straße")', {}, 'STRAßE'],
  ['ToLower("İ")', {}, 'İ'],
  ['ToUpper("ı")', {}, 'ı'],
  ['ToUpper("title", "tr-TR")', {}, 'TİTLE'],
  ['ToLower("X", )', {}, 'x'],
  ['Trim("  a ")', {}, 'a'],
  ['Word("one", 1, " ")', {}, 'one'],
  ['Word("one", 0, " ")', {}, ''],
  ['Word("a  b", 2, " ")', {}, 'b'],
  ['Word([missing], 1, " ")', {}, ''],
  ['ToLower([proxyAddresses])', { proxyAddresses: ['A'] }, 'a'],
  ['ToLower([proxyAddresses])', { proxyAddresses: ['A', 'B'] }, error],
  ['Error("stop")', {}, { error: 'stop' }],
]

describe('documented examples of text functions', () => {
  test.each(documented)('%s with %j is %j', (text, source, expected) => {
    expect(evaluateText(text, source)).toEqual(expected)
  })
})

describe('edges of text functions', () => {
  test.each(edges)('%s with %j is %j', (text, source, expected) => {
    expect(evaluateText(text, source)).toEqual(expected)
  })
})

test('Split keeps the spaces under the switch splitItems', async () => {
  const { defaultExpressionSwitches } = await import('../environment.ts')
  const switches = { ...defaultExpressionSwitches, splitItems: 'keep' as const }
  expect(evaluateText('Split("a, b", ",")', {}, { switches })).toEqual(['a', ' b'])
})
