import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { copiedRequest } from './copied-request.ts'
import { readByCmd } from './shell-readers.ts'

const request = {
  method: 'PATCH',
  url: 'http://127.0.0.1:8080/scim/v2/Users?filter=userName eq "o\'b%41{x}"',
  headers: [
    ['Authorization', 'Bearer s3cret'],
    ['Content-Type', 'application/scim+json; charset=utf-8'],
    ['X-Odd', '100% $HOME !x!'],
  ],
  body: '{"displayName":"Zoë O\'Brien \\"Z\\" 100%PATH% !x! $HOME",\n "n":1}',
} as const

const TOKEN = 's3cret'

/** What curl must be given, whatever the shell; the body comes last. */
const WORDS = [
  ...['-X', 'PATCH', '--globoff', request.url],
  ...['-H', 'Authorization: Bearer s3cret'],
  ...['-H', 'Content-Type: application/scim+json; charset=utf-8'],
  ...['-H', 'X-Odd: 100% $HOME !x!'],
  '--data-raw',
]

test('sh gives curl what was sent, and the token from the environment', () => {
  const command = copiedRequest(request, 'TOKEN', 'posix')
  expect(command).not.toContain(TOKEN)
  const print = 'curl() { for word; do printf "%s\\0" "$word"; done; }; '
  const words = execFileSync('sh', ['-c', print + command], { env: { ...process.env, TOKEN } })
    .toString()
    .split('\0')
  expect(words.slice(0, -1)).toEqual([...WORDS, request.body])
})

test('cmd gives curl the same, with the body as the same JSON in ASCII', () => {
  const command = copiedRequest(request, 'TOKEN', 'cmd')
  expect(command).toMatch(/^curl -X PATCH --globoff /)
  const words = readByCmd(command.replace('%TOKEN%', TOKEN))
  expect(words.slice(0, -1)).toEqual(['curl', ...WORDS])
  expect(JSON.parse(words.at(-1) ?? '')).toEqual(JSON.parse(request.body))
  expect(words.at(-1)).toMatch(/^[\x20-\x7E]+$/)
})

test('PowerShell sends it by its own command', () => {
  expect(copiedRequest(request, 'TOKEN', 'powershell')).toBe(
    [
      'Invoke-WebRequest -UseBasicParsing -Method PATCH',
      '-Uri "http://127.0.0.1:8080/scim/v2/Users?filter=userName eq `"o\'b%41{x}`""',
      '-Headers @{ "Authorization" = "Bearer $env:TOKEN"; "X-Odd" = "100% `$HOME !x!" }',
      '-ContentType "application/scim+json; charset=utf-8"',
      '-Body ([System.Text.Encoding]::UTF8.GetBytes("{`"displayName`":`"Zo$([char]235) O\'Brien \\`"Z\\`" 100%PATH% !x! `$HOME`",$([char]10) `"n`":1}"))',
    ].join(' '),
  )
})

describe('without body and credentials', () => {
  test.each([
    ['posix', "curl -X GET 'http://h/Users'"],
    ['cmd', 'curl -X GET ^"http://h/Users^"'],
    ['powershell', 'Invoke-WebRequest -UseBasicParsing -Method GET -Uri "http://h/Users"'],
  ] as const)('in %s it is %s', (shell, command) => {
    expect(copiedRequest({ method: 'GET', url: 'http://h/Users' }, 'TOKEN', shell)).toBe(command)
  })
})
