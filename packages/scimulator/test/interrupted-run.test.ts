import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { afterAll, expect, test } from 'vitest'
import { startCommand } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-interrupted-'))
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'a run at a target that is stopped by %s cleans up and ends with %i',
  async (signal, code) => {
    const token = 'the-token-of-the-target'
    const receiver = createReceiver({ profile: 'rfc', sources: [{ token }] })
    const { url } = await receiver.listen({ port: 0 })
    const { child, firstLine, ended } = startCommand(
      ['run', 'entra', '--target', `${url}/scim/v2`, '--token-env', 'TOKEN', '--i-own-this-target'],
      { cwd: folder, env: { TOKEN: token } },
    )
    await firstLine
    child.kill(signal)
    expect(await ended).toMatchObject({
      code,
      err: expect.stringMatching(/^Interrupted: this step ends/m),
      out: expect.stringMatching(/^interrupted$/m),
    })
    const headers = { authorization: `Bearer ${token}` }
    const left = await (await fetch(`${url}/scim/v2/Users`, { headers })).json()
    expect(left).toMatchObject({ totalResults: 0 })
    await receiver.close()
  },
  60_000,
)
