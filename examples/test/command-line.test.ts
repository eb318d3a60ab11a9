import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLES, type Served, serve } from './serve.ts'

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function node(...args: readonly string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
      cwd: `${EXAMPLES}/express-endpoint`,
    })
    return { code: 0, stdout, stderr }
  } catch (error) {
    // What execFile rejects with carries these three; anything else is a failure of the test itself.
    return error as Ended
  }
}

describe('server.mjs', () => {
  test('lists its faults, at least thirty of them', async () => {
    const { code, stdout } = await node('server.mjs', '--list-faults')
    expect(code).toBe(0)
    expect(stdout.trim().split('\n').length).toBeGreaterThan(30)
    expect(stdout).toMatch(/^put-merges {2,}PUT keeps what the body does not mention\.$/m)
  })

  test.each([
    [['--fault', 'nonsense'], 'There is no fault nonsense. --list-faults shows them all.'],
    [['--port', 'http'], '--port is a number from 0 to 65535, not http.'],
    [['--prot', '1'], "Unknown option '--prot'"],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await node('server.mjs', ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('can-sign-in.mjs', () => {
  let served: Served
  let origin: string

  beforeAll(async () => {
    served = await serve(process.execPath, ['express-endpoint/server.mjs'], ['session-survives'])
    origin = new URL(served.scim.url).origin
  })

  afterAll(() => served.stop())

  const asked = (...args: readonly string[]) => node('can-sign-in.mjs', '--url', origin, ...args)

  test('says who gets in, and by which way', async () => {
    expect(served.output()).toContain('Faults: session-survives')
    const { id, userName } = await served.scim.person()
    for (const way of ['sign-in', 'session', 'api-key']) {
      expect(await asked('--with', way, userName)).toMatchObject({ code: 0, stdout: 'yes\n' })
    }
    await served.scim.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false })
    expect(await asked(userName)).toMatchObject({ code: 1, stdout: 'no\n' })
    expect(await asked('--with', 'session', userName)).toMatchObject({ code: 0, stdout: 'yes\n' })
    expect(await asked('--with', 'api-key', userName)).toMatchObject({ code: 1, stdout: 'no\n' })
    expect(await asked('nobody@example.com')).toMatchObject({ code: 1 })
  })

  test('fails with 2 where nobody can tell', async () => {
    expect(await asked()).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') })
    expect(await asked('--with', 'luck', 'x')).toMatchObject({ code: 2, stderr: expect.stringContaining('400') })
    expect(await node('can-sign-in.mjs', '--url', 'http://127.0.0.1:1', 'x')).toMatchObject({ code: 2 })
  })
})
