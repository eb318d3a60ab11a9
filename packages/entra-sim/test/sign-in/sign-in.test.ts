// The real packages of Microsoft, in a process of their own that trusts the simulator's certificate and nothing else of ours.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createRealSchedule, createSeededIds } from '@scimulator/shared/runtime'
import { type ListeningHttps, listenHttps } from '@scimulator/shared/tls'
import { certificateIn } from '@scimulator/shared/tls/certificate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createIssuingKey, createSignIn, readToken, registerClient, type SignIn } from '../../src/sign-in/index.ts'

const run = promisify(execFile)
const TENANT = '0aa4bb4f-6a3b-4d3a-9f52-1b1c1d1e1f10'
const CLIENT = '6f1c6d3e-3c1a-4d52-9a43-2f3f4b5c6d7e'
const SECRET = 'a secret~with.odd_chars+and/more'
const issuingKey = createIssuingKey()

const folder = mkdtempSync(join(tmpdir(), 'scimulator-'))
const schedule = createRealSchedule(() => {})
let signIn: SignIn
let server: ListeningHttps
let certificatePath: string

beforeAll(async () => {
  const certificate = await certificateIn(folder, schedule.now())
  certificatePath = certificate.path
  signIn = createSignIn({
    tenantId: () => TENANT,
    domains: () => ['contoso.example'],
    clients: [registerClient(CLIENT, SECRET)],
    clock: schedule,
    ids: createSeededIds(1, 'sign-in'),
    issuingKey,
  })
  server = await listenHttps((request, response) => {
    void signIn.handle(request, response).then((done) => done || response.writeHead(404).end())
  }, certificate)
})

afterAll(async () => {
  await server.close()
  schedule.close()
  rmSync(folder, { recursive: true })
})

/** Asks for a token in a child process; prints `token <jwt>` or `error <text>`. */
async function ask(script: string, secret = SECRET, tenant = TENANT): Promise<string> {
  const file = fileURLToPath(new URL(`./${script}`, import.meta.url))
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificatePath }
  const { stdout } = await run(process.execPath, [file, server.url, tenant, CLIENT, secret], { env })
  return stdout.trim()
}

describe.each(['client-secret-credential.mjs', 'msal-client.mjs'])('%s', (script) => {
  test('gets a token that the Graph surface accepts', async () => {
    const [word, token = ''] = (await ask(script)).split(' ')
    expect(word).toBe('token')
    expect(signIn.authenticate(`Bearer ${token}`)).toMatchObject({ tid: TENANT, appid: CLIENT })
  })

  test('hears why a wrong secret gets none', async () => {
    expect(await ask(script, 'wrong')).toMatch(/^error .*AADSTS7000215/)
  })
})

test('a tenant may be named by its domain', async () => {
  expect(await ask('client-secret-credential.mjs', SECRET, 'contoso.example')).toMatch(/^token /)
})

test.each([
  [undefined, 'missing'],
  ['Basic abc', 'malformed'],
  ['Bearer abc', 'malformed'],
  ['Bearer a.b.c', 'forged'],
])('the Authorization header %j is %s', (header, reason) => {
  expect(signIn.authenticate(header)).toBe(reason)
})

test('a token ends when its lifetime is over', async () => {
  const [, token = ''] = (await ask('msal-client.mjs')).split(' ')
  expect(readToken(token, issuingKey, schedule.now() + 3_600_000)).toBe('expired')
})

test('the certificate is made once', async () => {
  const again = await certificateIn(folder, schedule.now())
  const third = await certificateIn(folder, schedule.now() + 1)
  expect(third.certificate).toBe(again.certificate)
})
