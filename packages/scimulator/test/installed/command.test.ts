// The command as it is after `npm install scimulator` in an empty folder.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { startProxy } from '../../../harness/test/target/proxy.ts'

const folder = inject('installed')

const command = join(folder, 'node_modules/.bin/scimulator')

const scimulator = (...args: readonly string[]) =>
  promisify(execFile)(command, args, {
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

// What is bundled of the HTTP client is chosen by hand: both ways through a proxy have to be in it.
test.each(['http', 'https'])('asks a proxy for an %s endpoint', async (scheme) => {
  const proxy = await startProxy({ leadsTo: 9, page: { status: 407, html: '' } })
  const url = `${scheme}://scim.test/scim/v2`
  const env = { ...process.env, [`${scheme.toUpperCase()}_PROXY`]: proxy.url, TOKEN: 'x' }
  const args = ['test', url, '--token-env', 'TOKEN', '--i-own-this-target']
  const code = await promisify(execFile)(command, args, { cwd: folder, env }).catch((error) => error.code)
  await proxy.close()
  expect(code).toBe(2)
  expect(proxy.asked[0]).toContain(scheme === 'https' ? 'CONNECT scim.test:443' : `GET ${url}/Users`)
})
