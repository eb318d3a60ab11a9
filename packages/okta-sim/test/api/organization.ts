// An organisation that listens over https as a real one does, with a token for its API.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Send } from '@scimulator/shared/provisioning'
import { createRandomIds, createRealSchedule } from '@scimulator/shared/runtime'
import { certificateIn } from '@scimulator/shared/tls/certificate'
import { oktaProgram } from '../../src/program.ts'

const run = promisify(execFile)

export async function listeningOrganization(send: Send) {
  const folder = mkdtempSync(join(tmpdir(), 'okta-'))
  const schedule = createRealSchedule(() => {})
  const program = oktaProgram.create({
    ...{ schedule, send, ids: createRandomIds(), publicUrl: 'https://okta.test', options: {} },
  })
  const { certificate, privateKey, path } = await certificateIn(folder, schedule.now())
  const server = createServer({ cert: certificate, key: privateKey }, program.handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = Object(server.address())
  const act = async (verb: string, input: object = {}) => program.control.verbs.get(verb)?.run(input)
  const { apiToken } = Object(await act('create-api-token'))
  return {
    act,
    /** Runs a script beside this file, which trusts the certificate; it prints JSON. */
    async script(name: string): Promise<Record<string, unknown>> {
      const file = fileURLToPath(new URL(name, import.meta.url))
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: path }
      const { stdout } = await run(process.execPath, [file, `https://localhost:${port}`, String(apiToken)], { env })
      return JSON.parse(stdout)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await program.close()
      schedule.close()
      rmSync(folder, { recursive: true })
    },
  }
}
