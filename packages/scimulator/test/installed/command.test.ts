// The command as it is after `npm install scimulator` in an empty folder.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'

const folder = inject('installed')

const scimulator = (...args: readonly string[]) =>
  promisify(execFile)(join(folder, 'node_modules/.bin/scimulator'), args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  })

test('answers --version with what package.json says', async () => {
  const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/scimulator/package.json'), 'utf8'))
  expect((await scimulator('--version')).stdout).toBe(`${manifest.version}\n`)
})

test('answers --help', async () => {
  const { stdout } = await scimulator('--help')
  for (const word of ['run', 'lint', 'schema', 'receiver', 'entra', 'jumpcloud', 'doctor', 'Examples:'])
    expect(stdout).toContain(word)
})

test('brings nothing else along', () => {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  expect(Object.keys(lock.packages).sort()).toEqual(['', 'node_modules/scimulator'])
})

test('runs a scenario that ships inside', async () => {
  const { stdout } = await scimulator('run', 'entra/help-page', '--brief')
  expect(stdout).toContain('2 scenarios: 2 passed')
})
