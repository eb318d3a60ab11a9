import { describe, expect, test } from 'vitest'
import { onScreen } from './on-screen.ts'

const ESC = '\u001b'

describe('what a name would tell the terminal is written as it is spelt', () => {
  test.each([
    ['wipes the screen', `${ESC}[2J${ESC}[H`, '\\u001B[2J\\u001B[H'],
    ['goes up and writes over', `${ESC}[1A${ESC}[Kpassed`, '\\u001B[1A\\u001B[Kpassed'],
    ['writes over its line', 'failed\rpassed', 'failed\\u000Dpassed'],
    ['takes letters back', 'failed\b\b', 'failed\\u0008\\u0008'],
    ['sets the title', `${ESC}]0;mine\u0007`, '\\u001B]0;mine\\u0007'],
    ['writes to the clipboard', `${ESC}]52;c;cm0gLXJm${ESC}\\`, '\\u001B]52;c;cm0gLXJm\\u001B\\'],
    ['makes a link', `${ESC}]8;;http://evil.example\u0007here`, '\\u001B]8;;http://evil.example\\u0007here'],
    ['asks the terminal to type', `${ESC}[6n`, '\\u001B[6n'],
    ['hides', `${ESC}[8msecret`, '\\u001B[8msecret'],
    ['paints the ground', `${ESC}[41;31mred on red`, '\\u001B[41;31mred on red'],
    ['begins with one byte of C1', '\u009b2J', '\\u009B2J'],
    ['turns the direction', 'user\u202etxt.exe', 'user\\u202Etxt.exe'],
    ['isolates', '\u2066a\u2069', '\\u2066a\\u2069'],
    ['is not seen', 'a\u200bb\ufeff', 'a\\u200Bb\\uFEFF'],
    ['is a new line to some', 'a\u2028b', 'a\\u2028b'],
    ['is half a letter', 'a\ud83d', 'a\\uD83D'],
  ])('%s', (_what, text, expected) => {
    expect(onScreen(text, true)).toBe(expected)
    expect(onScreen(text)).toBe(expected)
  })
})

test('our own colours stay on a terminal; in a file nothing has any', () => {
  const coloured = `${ESC}[31m${ESC}[1mfailed${ESC}[22m${ESC}[39m`
  expect(onScreen(coloured, true)).toBe(coloured)
  expect(onScreen(`${ESC}[31mx`)).toBe('\\u001B[31mx')
})

test('letters of any language, tabs and lines are left as they are', () => {
  const text = 'José 安娜 😀\tשלום\nİstanbul'
  expect(onScreen(text, true)).toBe(text)
  expect(onScreen('two\r\nlines')).toBe('two\nlines')
})

test('JSON says the same afterwards', () => {
  const value = { name: 'a\u202eb\u009b\u200b', '\ufeff': '\u2028' }
  expect(JSON.parse(onScreen(JSON.stringify(value, null, 2)))).toEqual(value)
})
