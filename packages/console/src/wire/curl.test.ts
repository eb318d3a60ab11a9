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

test('brackets in a URL are no pattern', () => {
  const url = 'http://127.0.0.1:1/Users?filter=emails[type eq "work"]'
  expect(curlOf({ method: 'GET', url, request: { headers: [], body: null } })).toBe(`curl -i -X GET --globoff '${url}'`)
})

test.each(["it's", '$HOME `id` "x" \\', 'line\nline', '刘小明 🙂', "'''", ''])('a shell reads %j as it is', (text) => {
  expect(execFileSync('/bin/sh', ['-c', `printf %s ${quoted(text)}`]).toString()).toBe(text)
})

const windows = {
  method: 'POST',
  url: 'http://127.0.0.1:1/scim/v2/Users?filter=a%20eq%20%22b%22&c',
  request: {
    headers: [
      ['Authorization', '[redacted]'],
      ['Content-Type', 'application/scim+json'],
    ] as [string, string][],
    body: '{"a":"O\'Neil & Åsa","b":"x\\\\"y"}',
  },
}

test('PowerShell is given quotes that the program on Windows reads', () => {
  expect(curlOf(windows, 'powershell')).toBe(
    [
      "$PSNativeCommandArgumentPassing = 'Legacy'",
      "curl.exe -i -X POST 'http://127.0.0.1:1/scim/v2/Users?filter=a%20eq%20%22b%22&c' `",
      '  -H "Authorization: Bearer $env:SCIM_TOKEN" `',
      "  -H 'Content-Type: application/scim+json' `",
      String.raw`  --data-raw '{\"a\":\"O''Neil & \u00c5sa\",\"b\":\"x\\\\\"y\"}'`,
    ].join('\n'),
  )
})

test('cmd is given no quoted text of its own, and no name of a variable', () => {
  const command = curlOf(windows, 'cmd')
  expect(command).toContain('curl -i -X POST ^"http://127.0.0.1:1/scim/v2/Users?filter=a%^20eq%^20%^22b%^22^&c^" ^\n')
  expect(command).toContain('-H "Authorization: Bearer %SCIM_TOKEN%" ^\n')
  expect(command).toContain(String.raw`--data-raw ^"^{^\^"a^\^":^\^"O'Neil ^& ^\u00c5sa^\^"`)
})
