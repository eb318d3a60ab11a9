import { expect, test } from 'vitest'
import { evaluateText, type SourceAttributes } from '../evaluate-text.ts'

const error = { error: expect.any(String) }
const phone = '"\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>\\\\d{10})"'

const cases: readonly (readonly [text: string, source: SourceAttributes, expected: unknown])[] = [
  ['Replace([mail], "@contoso.example", , ,"", ,)', { mail: 'john.doe@contoso.example' }, 'john.doe'],
  ['Replace([preferredLanguage], "-", , , "_", , )', { preferredLanguage: 'EN-US' }, 'EN_US'],
  [
    'Replace([UserID],"<username>", , , , , "<username>@contoso.example")',
    { UserID: 'jsmith' },
    'jsmith@contoso.example',
  ],
  [`Replace([x], , ${phone}, , "\${phoneNumber}", , )`, { x: '+91 9998887777' }, '9998887777'],
  ['Replace([x], , "[a-zA-Z_]*", , "", , )', { x: 'john_doe72' }, '72'],
  ['Replace([x], , "[()\\\\s-]+", , "", , )', { x: '+1 (555) 123-4567' }, '+15551234567'],
  [
    'Replace([x], , "(?<streetNumber>^\\\\d*)", "streetNumber", "888", , )',
    { x: '545 Tremont Street' },
    '888 Tremont Street',
  ],
  ['Replace([x], , "(?<Suffix>@(.)*)", "Suffix", "", , )', { x: 'jsmith@contoso.example' }, 'jsmith'],
  [
    `Replace([telephoneNumber], , ${phone}, "phoneNumber", , [mobile], )`,
    { telephoneNumber: '', mobile: '+91 8887779999' },
    '8887779999',
  ],
  [`Replace([telephoneNumber], , ${phone}, "phoneNumber", , [mobile], )`, { mobile: '12' }, null],
  [`Replace([telephoneNumber], , ${phone}, "phoneNumber", , [mobile], )`, { telephoneNumber: '7', mobile: '1' }, '7'],
  ['Replace([mailNickname], ".", "", "", "", "", "")', { mailNickname: 'a.b.c' }, 'abc'],
  ['Replace(x, ".", , ,"")'.replace('x', '[x]'), { x: 'a.b' }, 'ab'],
  ['Replace([x], "B", , , "c", , )', { x: 'ab' }, 'ab'],
  ['Replace([missing], "B", , , "c", , )', {}, null],
  ['Replace([x], [missing], , , "c", , )', { x: 'ab' }, 'ab'],
  ['Replace([x], "a", , , , , )', { x: 'ab' }, error],
  ['Replace([x], , "(", , "", , )', { x: 'ab' }, error],
  ['Replace([x], , "a", "none", "", , )', { x: 'ab' }, error],
  [`Replace([x], , "(a)(?<n>b)", , "$2$1$$$&[\${n}]", , )`, { x: 'ab' }, 'ba$ab[b]'],
  ['Replace([x], , "b", "", "x", , )', { x: 'aab' }, 'aax'],
  ['Replace([x], , "a(?<mid>a)a", "mid", "X", , )', { x: 'aaa' }, 'aXa'],
  [`Replace([x], , "\\+(?<code>\\d+)", , "\${code}", , )`, { x: '+47' }, '47'],
  ['Replace([x], , "no match", , "y", , )', { x: 'x' }, 'x'],
]

test.each(cases)('%s with %j is %j', (text, source, expected) => {
  expect(evaluateText(text, source)).toEqual(expected)
})

test('nested templates cannot make the text grow without end', () => {
  const nested = Array.from({ length: 12 }).reduce<string>(
    (inner) => `Replace(${inner}, "a", , , "aaaaaaaaaaaaaaaaaaaa", , )`,
    '[x]',
  )
  expect(evaluateText(nested, { x: 'a' })).toEqual({ error: expect.stringContaining('longer than') })
})

test('a catastrophic pattern is an error, not a hang', { timeout: 60_000 }, () => {
  const source = { x: `${'a'.repeat(40)}!` }
  expect(evaluateText('Replace([x], , "^(a+)+$", , "", , )', source)).toEqual({
    error: expect.stringContaining('steps'),
  })
})
