import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { curlOf, quoted } from './curl.ts'

test('the same request, without the token and what curl works out itself', () => {
  const command = curlOf({
    method: 'PATCH',
    url: 'http://127.0.0.1:1/scim/default/v2/Users/a1?a=b&c',
    request: {
      headers: [
        ['Authorization', '[redacted]'],
        ['Host', '127.0.0.1:1'],
        ['Content-Type', 'application/scim+json'],
      ],
      body: '{"displayName":"Tom O\'Neil"}',
    },
  })
  expect(command).toBe(
    [
      "curl -i -X PATCH 'http://127.0.0.1:1/scim/default/v2/Users/a1?a=b&c'",
      '-H "Authorization: Bearer $SCIM_TOKEN"',
      "-H 'Content-Type: application/scim+json'",
      `--data-raw '{"displayName":"Tom O'\\''Neil"}'`,
    ].join(' \\\n  '),
  )
})

test.each(["it's", '$HOME `id` "x" \\', 'line\nline', '刘小明 🙂', "'''", ''])('a shell reads %j as it is', (text) => {
  expect(execFileSync('/bin/sh', ['-c', `printf %s ${quoted(text)}`]).toString()).toBe(text)
})
