import { expect, test } from 'vitest'
import { escaped, html } from './markup.ts'

test.each([
  ['</script><img src=x onerror=alert(1)>', '&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;'],
  [`"'\`&`, '&quot;&#39;&#96;&amp;'],
  ['a\u0000b\u0007', 'a\\u0000b\\u0007'],
  ['user\u202Etxt.exe', 'user\\u202Etxt.exe'],
  ['zero\u200Bwidth\uFEFF', 'zero\\u200Bwidth\\uFEFF'],
  ['half \uD83D of a pair', 'half \\uD83D of a pair'],
  ['whole 😀, José, 安娜', 'whole 😀, José, 安娜'],
  ['two\r\nlines\tand a tab', 'two\nlines\tand a tab'],
])('%j is written as %j', (text, expected) => {
  expect(escaped(text)).toBe(expected)
})

test('only markup is markup, at any depth', () => {
  const inner = html`<b>${'<i>'}</b>`
  expect(html`<p title="${'"x'}">${[inner, ['<', 2], false, undefined]}</p>`.html).toBe(
    '<p title="&quot;x"><b>&lt;i&gt;</b>&lt;2</p>',
  )
})
