// Microsoft's own client does a whole administrator's job against the simulator, over https, in a process of its own.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { headerValue } from '@scimulator/shared/provisioning'
import { createRandomIds, createRealSchedule } from '@scimulator/shared/runtime'
import { type ListeningHttps, listenHttps } from '@scimulator/shared/tls'
import { certificateIn } from '@scimulator/shared/tls/certificate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerClient } from '../../src/sign-in/index.ts'
import { createEntraTenant, type EntraTenant } from '../../src/tenant.ts'
import { createResponder } from '../engine/scim-responder.ts'

const run = promisify(execFile)
const CLIENT = '6f1c6d3e-3c1a-4d52-9a43-2f3f4b5c6d7e'
const SECRET = 'a secret of the administrator'
const TENANT_URL = 'https://scim.example/scim/v2?aadOptscim062020'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-'))
const schedule = createRealSchedule(() => {})
const TOKEN = 'the token of the target'
const target = createResponder()
target.faults.push(({ headers }) =>
  headerValue(headers, 'Authorization') === `Bearer ${TOKEN}` ? undefined : { status: 401, body: '' },
)
let tenant: EntraTenant
let server: ListeningHttps
let seen: Record<string, unknown>

beforeAll(async () => {
  tenant = createEntraTenant({
    schedule,
    ids: createRandomIds(),
    send: target.send,
    clients: [registerClient(CLIENT, SECRET)],
  })
  const certificate = await certificateIn(folder, schedule.now())
  server = await listenHttps(tenant.handle, certificate)
  const file = fileURLToPath(new URL('./administrator.mjs', import.meta.url))
  const { tenantId } = tenant.view.tenant
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate.path }
  const words = [file, server.url, tenantId, CLIENT, SECRET, TENANT_URL, TOKEN]
  const { stdout } = await run(process.execPath, words, { env })
  seen = JSON.parse(stdout)
}, 60_000)

afterAll(async () => {
  await server.close()
  await tenant.close()
  schedule.close()
  rmSync(folder, { recursive: true })
})

test('the app comes from the template, with a job that is not configured', () => {
  expect(seen.template).toEqual([{ id: 'scim', factoryTag: 'scim' }])
  expect(seen.newJob).toEqual({ schedule: 'Disabled', code: 'NotConfigured' })
})

test('the secret is not read back', () => {
  expect(seen.secrets).toEqual([
    { key: 'BaseAddress', value: TENANT_URL },
    { key: 'SecretToken', value: '*' },
    { key: 'SyncAll', value: 'false' },
  ])
})

test('credentials that cannot work are refused', () => {
  expect(seen.wrongCredentials).toEqual({ status: 400, code: 'CredentialValidationUnavailable' })
})

test('a changed schema is kept, and one with an unknown attribute is refused', () => {
  expect(seen.defaultRows).toBe(22)
  expect(seen.savedRows).toBe(21)
  expect(seen.badSchema).toEqual({ status: 400, code: 'SchemaInvalid' })
})

test('the first cycle provisions who was assigned, directly and through the group', () => {
  expect(seen.status).toMatchObject({ code: 'Active', state: 'Succeeded', isExported: true })
  expect(seen.created).toEqual(['Ana Silva', "Bo O'Neil", 'Sales'])
  const names = [...target.users.values()].map((user) => [user.userName, user.userType])
  expect(names).toContainEqual(['ana@contoso.example', 'Regular'])
  expect(names).toContainEqual(['bo@contoso.example', 'Regular'])
})

test('provision on demand answers in texts that hold JSON', () => {
  expect(seen.onDemand).toEqual({ result: 'Success', action: 'Create' })
  expect([...target.users.values()].map((user) => user.userName)).toContain('chen@contoso.example')
})

test('a restart with resetScope runs again and creates nobody twice', () => {
  expect(seen.afterRestart).toMatchObject({ code: 'Active', state: 'Succeeded' })
  expect(target.users.size).toBe(3)
})

test('a deleted user lies in the bin and comes back under his name', () => {
  expect(seen.bin).toEqual([true])
  expect(seen.restored).toBe('bo@contoso.example')
})

test('pages, counts, delta links and batches work as the client follows them', () => {
  expect(seen.page).toEqual({ count: 3, names: ['chen@contoso.example', 'bo@contoso.example'], more: true })
  expect(seen.rest).toEqual(['ana@contoso.example'])
  expect(seen.iterated).toHaveLength(3)
  expect(seen.iterated).toContainEqual([expect.stringMatching(/^Bo/), expect.stringMatching(/^Ana/)])
  expect(seen.delta).toEqual({ first: 3, later: ['Manager'] })
  expect(seen.batch).toEqual([
    ['1', 200],
    ['2', 404],
    ['3', 424],
  ])
  expect(seen.unknown).toEqual({ status: 404, code: 'Request_ResourceNotFound' })
})
