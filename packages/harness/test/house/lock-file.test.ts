import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LockFile, lockFileProblems, shippedPaths } from './lock-file.ts'
import { ROOT } from './source-files.ts'

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as LockFile
const workspace = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

/** As the registry would give it. */
const SOUND = {
  version: '1.0.0',
  license: 'MIT',
  resolved: 'https://registry.npmjs.org/x/-/x-1.0.0.tgz',
  integrity: 'sha512-AAAA',
}

function withPackages(packages: LockFile['packages']): readonly string[] {
  return lockFileProblems({ packages: { ...lock.packages, ...packages } })
}

/** The lock file with one more thing that the command needs. */
function needing(name: string, packages: LockFile['packages']): readonly string[] {
  const command = lock.packages['packages/scimulator'] ?? {}
  const dependencies = { ...command.dependencies, [name]: '*' }
  return withPackages({ 'packages/scimulator': { ...command, dependencies }, ...packages })
}

test('the lock file holds nothing that it must not', () => {
  expect(lockFileProblems(lock)).toEqual([])
})

test('what the package needs is followed through the packages of this repository', () => {
  const paths = shippedPaths(lock)
  for (const path of ['packages/receiver', 'node_modules/zod', 'node_modules/undici', 'node_modules/express']) {
    expect(paths).toContain(path)
  }
  expect(paths).not.toContain('node_modules/vitest')
})

test('npm itself runs the scripts of those alone', () => {
  expect(workspace.allowScripts).toEqual({ esbuild: true })
})

describe('a changed lock file is refused', () => {
  test.each([
    ['an install script', { ...SOUND, hasInstallScript: true }, 'node_modules/x runs a script when it is installed'],
    ['another licence', { ...SOUND, license: 'AGPL-3.0' }, 'node_modules/x has the licence AGPL-3.0'],
    ['no licence', { ...SOUND, license: undefined }, 'node_modules/x has the licence of nobody knows what'],
    ['no checksum', { ...SOUND, integrity: undefined }, 'node_modules/x has no SHA-512 checksum'],
    ['an old checksum', { ...SOUND, integrity: 'sha1-AAAA' }, 'node_modules/x has no SHA-512 checksum'],
    ['another place', { ...SOUND, resolved: 'git+ssh://host/x' }, 'node_modules/x comes from git+ssh://host/x'],
    [
      'a registry whose name only begins alike',
      { ...SOUND, resolved: 'https://registry.npmjs.org.example/x.tgz' },
      'node_modules/x comes from https://registry.npmjs.org.example/x.tgz',
    ],
  ])('%s', (_what, entry, problem) => {
    // What JSON cannot say is not there.
    const parsed = JSON.parse(JSON.stringify(entry))
    expect(withPackages({ 'node_modules/x': parsed })).toEqual([problem])
  })

  test('a package of the same name as an allowed one, below another', () => {
    const entry = { ...SOUND, hasInstallScript: true }
    expect(withPackages({ 'node_modules/x': SOUND, 'node_modules/x/node_modules/esbuildx': entry })).toEqual([
      'node_modules/x/node_modules/esbuildx runs a script when it is installed',
    ])
  })

  test('two majors of what the package ships', () => {
    const older = { ...SOUND, version: '3.9.0' }
    const problems = needing('x', {
      'node_modules/x': { ...SOUND, dependencies: { zod: '^3.0.0' } },
      'node_modules/x/node_modules/zod': older,
    })
    expect(problems).toEqual([expect.stringMatching(/^zod would ship in majors (3 and 4|4 and 3)$/)])
  })

  test('two majors of what only those who work here need are their own affair', () => {
    expect(withPackages({ 'node_modules/x/node_modules/zod': { ...SOUND, version: '3.9.0' } })).toEqual([])
  })

  test('a licence that tools may have and the package may not', () => {
    const entry = { ...SOUND, license: 'MPL-2.0' }
    expect(withPackages({ 'node_modules/x': entry })).toEqual([])
    expect(needing('x', { 'node_modules/x': entry })).toEqual(['node_modules/x has the licence MPL-2.0'])
  })
})
