// `test` of the installed command, at a small endpoint that is right, and at the same one with a bug.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, inject, test } from 'vitest'

const folder = inject('installed')
const SERVER = join(import.meta.dirname, '../../../../examples/express-endpoint/server.mjs')

interface Said {
  readonly code: number
  readonly printed: string
}

test('finds nothing at an endpoint that is right', async () => {
  const { code, printed } = await testEndpoint()
  expect(printed.match(/ works$/gm)).toHaveLength(5)
  expect(code, printed).toBe(0)
})

test('names the bug of one that is not, and whom it hurts', async () => {
  const { code, printed } = await testEndpoint('--fault', 'string-false-is-true')
  expect(printed).toMatch(/Entra ID, without it +breaks: "False" as text is taken for true/)
  expect(printed.match(/ works$/gm)).toHaveLength(4)
  expect(code, printed).toBe(1)
})

async function testEndpoint(...faults: readonly string[]): Promise<Said> {
  const server = spawn(process.execPath, [SERVER, '--port', '0', '--token', 'secret', ...faults])
  try {
    return await scimulatorTest(await urlOf(server))
  } finally {
    server.kill()
  }
}

function urlOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (server.stdout)
      createInterface(server.stdout).on('line', (line) => {
        const [, url] = /^SCIM at (.+)$/.exec(line) ?? []
        if (url !== undefined) resolve(url)
      })
    server.once('exit', (code) => reject(new Error(`the endpoint ended with ${code}`)))
  })
}

function scimulatorTest(url: string): Promise<Said> {
  const env = { ...process.env, NO_COLOR: '1', TOKEN: 'secret' }
  const args = ['test', url, '--token-env', 'TOKEN']
  return new Promise((resolve) => {
    execFile(join(folder, 'node_modules/.bin/scimulator'), args, { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, printed: stdout + stderr }),
    )
  })
}
