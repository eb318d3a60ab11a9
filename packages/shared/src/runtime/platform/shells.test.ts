import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readByCmd, readByPowerShell } from './shell-readers.ts'
import { quoted, quotedWithVariable, shellOf, systemShell } from './shells.ts'

const NASTY = [
  '',
  'plain',
  "O'Brien",
  'say "hi"',
  `both ' and "`,
  '100% %PATH% %1 %%',
  '!important! !!',
  `$HOME $\{HOME} $(id) \`id\``,
  'a\nb',
  'two\n\nlines\n',
  'back\\slash \\" \\\\" end\\',
  'Zoë 王 😀 ‘typographic’ “quotes”',
  '^ & | < > ( ) ; * ? [ ] { } ~ #',
  '-Header: x',
  '@file',
  '\t tab ',
]

describe('posix', () => {
  const byShell = (text: string): string => execFileSync('sh', ['-c', `printf %s ${quoted(text, 'posix')}`]).toString()

  test.runIf(process.platform !== 'win32').each(NASTY)('sh hands %j on as it is', (text) => {
    expect(byShell(text)).toBe(text)
  })
})

describe.each([
  ['powershell', readByPowerShell],
  ['cmd', readByCmd],
] as const)('%s', (shell, read) => {
  test.each(NASTY)('hands %j on as it is', (text) => {
    expect(read(quoted(text, shell))).toEqual([text])
  })

  test('hands any text on, but for the carriage returns of cmd', () => {
    const anyText = fc.string({
      unit: fc.oneof(fc.constantFrom(...'\'"%!$^&|<>()\\ \n`a'), fc.string({ minLength: 1, maxLength: 1 })),
    })
    fc.assert(
      fc.property(
        anyText.filter((text) => !/[\0\r]/.test(text)),
        (text) => {
          expect(read(quoted(text, shell))).toEqual([text])
        },
      ),
      { numRuns: 500 },
    )
  })
})

test('a NUL is refused', () => {
  for (const shell of ['posix', 'powershell', 'cmd'] as const) expect(() => quoted('a\0b', shell)).toThrow('NUL')
})

test('a variable is put in by the shell', () => {
  expect(quotedWithVariable('Authorization: Bearer ', 'TOKEN', 'posix')).toBe('"Authorization: Bearer $TOKEN"')
  expect(quotedWithVariable('Bearer ', 'TOKEN', 'powershell')).toBe('"Bearer $env:TOKEN"')
  expect(quotedWithVariable('Bearer ', 'TOKEN', 'cmd')).toBe('"Bearer %TOKEN%"')
  expect(() => quotedWithVariable('Bearer ', 'TO KEN', 'posix')).toThrow('no name of a variable')
  expect(() => quotedWithVariable('$(id)', 'TOKEN', 'posix')).toThrow('quotes of its own')
})

test.each([
  ['linux', {}, 'posix'],
  ['darwin', { PROMPT: '%' }, 'posix'],
  ['win32', { PROMPT: '$P$G' }, 'cmd'],
  ['win32', { PROMPT: '$P$G', POWERSHELL_DISTRIBUTION_CHANNEL: 'MSI:Windows 10' }, 'powershell'],
  ['win32', {}, 'powershell'],
  ['win32', { MSYSTEM: 'MINGW64', PROMPT: '$P$G' }, 'posix'],
  ['win32', { SHELL: '/usr/bin/bash' }, 'posix'],
  ['win32', { SHELL: 'C:\\Program Files\\Git\\bin\\bash.exe' }, 'posix'],
] as const)('on %s with %j the shell is %s', (platform, env, shell) => {
  expect(shellOf(platform, env)).toBe(shell)
})

test('a command is started by sh, or by cmd', () => {
  expect([systemShell('linux'), systemShell('darwin'), systemShell('win32')]).toEqual(['posix', 'posix', 'cmd'])
})
