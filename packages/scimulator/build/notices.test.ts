import { expect, test } from 'vitest'
import { PACKAGE } from './folders.ts'
import { type Bundled, bundledPackages, noticesText } from './notices.ts'

test('a package is named once, whatever of it is in the bundle; our own files are not', () => {
  const inputs = [
    '../../node_modules/zod/v4/core/core.js',
    '../../node_modules/zod/index.js',
    'src/index.ts',
    '../shared/src/a.ts',
  ]
  const packages = bundledPackages([...inputs, '../../node_modules/commander/index.js'], PACKAGE)
  expect(packages.map(({ name, license }) => [name, license])).toEqual([
    ['commander', 'MIT'],
    ['zod', 'MIT'],
  ])
  for (const { text } of packages) expect(text).toContain('Permission is hereby granted')
})

const one = (license: string): Bundled => ({ name: 'x', version: '1.0.0', license, text: 'TEXT' })

test('each stands with its licence and the text of it', () => {
  expect(noticesText([one('ISC')])).toContain(`${'-'.repeat(80)}\nx 1.0.0, ISC\n\nTEXT\n`)
})

test.each(['GPL-3.0', 'UNLICENSED', 'SEE LICENSE IN x'])('%s stops the package from being made', (license) => {
  expect(() => noticesText([one('MIT'), one(license)])).toThrow(
    `not on the list are in the bundle: x 1.0.0 (${license}).`,
  )
})
