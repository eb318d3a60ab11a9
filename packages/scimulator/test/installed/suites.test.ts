// Each example suite passes with the installed package, and fails with a message that helps when its app has a bug.
import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'

const EXAMPLES = join(import.meta.dirname, '../../../../examples')
const folder = join(inject('installed'), 'examples')
const suites = join(folder, 'suites')

const execute = promisify(execFile)

beforeAll(async () => {
  const filter = (path: string): boolean => !path.includes('node_modules')
  for (const name of ['suites', 'express-endpoint'])
    cpSync(join(EXAMPLES, name), join(folder, name), { recursive: true, filter })
  await execute('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: suites })
  await execute('npm', ['install', '--no-save', '--no-audit', '--no-fund', inject('tarball')], { cwd: suites })
  // The Express endpoint is beside the suites, and finds Express where they have it.
  cpSync(join(suites, 'node_modules'), join(folder, 'node_modules'), { recursive: true })
})

const bin = (path: string): string => join('node_modules', path)

const SUITES: readonly (readonly [string, readonly string[]])[] = [
  ['Express with vitest', [bin('vitest/vitest.mjs'), 'run', 'express-vitest']],
  ['Fastify with node:test', ['--test', 'fastify-node-test/leavers.test.js']],
  ['Jest, CommonJS', [bin('jest/bin/jest.js'), '--rootDir', 'jest-commonjs']],
  ['Jest, ES modules', ['--experimental-vm-modules', bin('jest/bin/jest.js'), '--rootDir', 'jest-esm']],
  ['mocha', [bin('mocha/bin/mocha.js'), 'mocha/leavers.test.js']],
]

// Each takes ten seconds and more: for each commit two, and all with SCIMULATOR_SAMPLE=all.
const chosen = sampleOf('example suites', SUITES.length, 2).flatMap((index) => (SUITES[index] ? [SUITES[index]] : []))

// Two at a time: one that fails mostly waits, because a difference is read again before it is blamed.
describe.concurrent.each(chosen)('%s', (_, command) => {
  test('passes', async () => {
    const { failed, printed } = await run(command, {})
    expect(failed, printed).toBe(false)
  })

  test('fails with who, which step, which exchange and which finding', async () => {
    const { failed, printed } = await run(command, { FAULT: 'string-false-is-true' })
    expect(failed).toBe(true)
    expect(printed).toContain('1 expected, 0 found')
    expect(printed).toContain('after advance("40m"), which sent')
    expect(printed).toMatch(/PATCH \/scim\/v2\/Users\/\S+ → 20\d/)
    expect(printed).toContain('finding string-false-is-true')
  })
})

async function run(command: readonly string[], env: NodeJS.ProcessEnv): Promise<{ failed: boolean; printed: string }> {
  const { NODE_OPTIONS: _, VITEST: __, NODE_TEST_CONTEXT: ___, ...rest } = process.env
  try {
    const { stdout, stderr } = await execute(process.execPath, command, {
      cwd: suites,
      env: { ...rest, NO_COLOR: '1', ...env },
    })
    return { failed: false, printed: stdout + stderr }
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return { failed: true, printed: stdout + stderr }
  }
}
