// A data folder of each program: a snapshot, a journal behind it, and logs.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEntraTenant } from '../../packages/entra-sim/src/index.ts'
import { EntraState } from '../../packages/entra-sim/src/state/state.ts'
import { openJumpCloudOrg } from '../../packages/jumpcloud-sim/src/index.ts'
import { createOrgState } from '../../packages/jumpcloud-sim/src/state/state.ts'
import { receiverSwitches } from '../../packages/receiver/src/behaviour.ts'
import { Directory } from '../../packages/receiver/src/directory/directory.ts'
import { createReceiver, openReceiver, type Receiver } from '../../packages/receiver/src/index.ts'
import { createLarkProfile } from '../../packages/receiver/src/lark/decide/lark-profile.ts'
import { createRfcProfile } from '../../packages/receiver/src/rfc/rfc-profile.ts'
import { type Control, resolveSwitches } from '../../packages/shared/src/behaviour/index.ts'
import { generateCompany } from '../../packages/shared/src/people/generate-company.ts'
import type { ScimRequest, Send } from '../../packages/shared/src/provisioning/index.ts'
import { createSeededIds, createVirtualSchedule, MINUTE_MS } from '../../packages/shared/src/runtime/index.ts'
import { openStore, type StateShape } from '../../packages/shared/src/store/index.ts'

const START = Date.parse('2026-01-05T08:00:00Z')
const COMPANY = generateCompany({ people: 6, groups: 2, seed: 1 })
const URL_BASE = 'http://target.scimulator.test/scim/v2'
const TOKEN = 'token-of-the-fixture'

/** Keys of the items of each view, by program: what must be there when the folder is opened. */
type Shown = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

export async function writeFolders(folder: string): Promise<void> {
  const shown: Shown = {
    receiver: await writeReceiver(join(folder, 'receiver'), 'lark'),
    'receiver-rfc': await writeReceiver(join(folder, 'receiver-rfc'), 'rfc'),
    entra: await writeEntra(join(folder, 'entra')),
    jumpcloud: await writeJumpCloud(join(folder, 'jumpcloud')),
  }
  writeFileSync(join(folder, 'views.json'), `${JSON.stringify(shown, null, 2)}\n`)
}

/** Views that need no query. */
async function viewsOf({ views }: Control): Promise<Record<string, readonly string[]>> {
  const read = await Promise.all(
    [...views.values()].map(async ({ name, query, read: items }) => {
      if (!query.safeParse({}).success) return []
      return [[name, (await items({})).map(({ key }) => key)] as const]
    }),
  )
  return Object.fromEntries(read.flat().sort(([one], [other]) => (one < other ? -1 : 1)))
}

const verb = ({ verbs }: Control, name: string, input: object = {}) => {
  const found = verbs.get(name)
  if (!found) throw new Error(`There is no verb ${name}.`)
  return Promise.resolve(found.run(input))
}

/** Folds the journal into a snapshot, as a program does by itself once the journal is long. */
async function compact<Change>(folder: string, shape: StateShape<Change>): Promise<void> {
  const store = await openStore(folder, shape)
  await store.compact()
  await store.close()
}

async function writeReceiver(folder: string, profile: 'lark' | 'rfc') {
  const open = (): Promise<Receiver> => {
    const schedule = createVirtualSchedule(START)
    return openReceiver(folder, { schedule, ids: createSeededIds(1, 'receiver'), profile, sources: [{ token: TOKEN }] })
  }
  const first = await open()
  await fill(sendTo(first), 'ana', 'ben')
  await first.close()
  const switches = resolveSwitches(receiverSwitches, {})
  const shape = profile === 'rfc' ? createRfcProfile() : createLarkProfile({ switches, rulesOff: new Set() })
  await compact(folder, new Directory(shape))
  const second = await open()
  await fill(sendTo(second), 'cleo')
  const shown = await viewsOf(second.control)
  await second.close()
  return shown
}

async function fill(send: Send, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const userName = `${name}@contoso.example`
    const emails = [{ value: userName, type: 'work', primary: true }]
    const phoneNumbers = [{ value: '+1 202 555 0143', type: 'work' }]
    const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User']
    await send(
      post('/Users', { schemas, userName, displayName: name, externalId: name, active: true, emails, phoneNumbers }),
    )
  }
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group']
  await send(post('/Groups', { schemas, displayName: `team of ${names[0]}` }))
}

function post(path: string, body: object): ScimRequest {
  const headers = [
    ['Authorization', `Bearer ${TOKEN}`],
    ['Content-Type', 'application/scim+json'],
  ] as const
  return { method: 'POST', url: URL_BASE + path, headers, body: JSON.stringify(body) }
}

function sendTo({ scim }: Receiver): Send {
  return async (request) => {
    const target = request.url.slice('http://target.scimulator.test'.length)
    const body = new TextEncoder().encode(request.body ?? '')
    const rawHeaders = request.headers.flat()
    const answer = await scim({
      method: request.method,
      target,
      rawHeaders,
      body,
      baseUrl: 'http://target.scimulator.test',
    })
    const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, value])
    return { request, startedAt: START, durationMs: 0, response: { status: answer.status, headers, body: answer.body } }
  }
}

function target(): Send {
  const schedule = createVirtualSchedule(START)
  return sendTo(
    createReceiver({ schedule, ids: createSeededIds(2, 'target'), profile: 'rfc', sources: [{ token: TOKEN }] }),
  )
}

async function writeEntra(folder: string) {
  const schedule = createVirtualSchedule(START)
  const send = target()
  const open = () => openEntraTenant(folder, { schedule, ids: createSeededIds(1, 'entra'), send })
  const first = await open()
  await verb(first.control, 'load-company', { company: COMPANY })
  await verb(first.control, 'create-app', { name: 'App' })
  await verb(first.control, 'use-mapping-preset', { preset: 'default' })
  await verb(first.control, 'set-credentials', { tenantUrl: URL_BASE, secretToken: TOKEN })
  await verb(first.control, 'set-settings', { scope: 'Sync all users and groups' })
  await verb(first.control, 'start')
  await schedule.advanceTo(START + 10 * MINUTE_MS)
  await first.close()
  await compact(folder, new EntraState())
  const second = await open()
  await verb(second.control, 'block-user', { user: COMPANY.people[0]?.key })
  await schedule.advanceTo(START + 50 * MINUTE_MS)
  const shown = await viewsOf(second.control)
  await second.close()
  return shown
}

async function writeJumpCloud(folder: string) {
  const schedule = createVirtualSchedule(START)
  const send = target()
  const open = () => openJumpCloudOrg(folder, { schedule, ids: createSeededIds(1, 'jumpcloud'), send })
  const first = await open()
  await verb(first.control, 'load-company', { company: COMPANY })
  await verb(first.control, 'create-application', { displayLabel: 'App' })
  const testUserEmail = 'test@contoso.example'
  await verb(first.control, 'configure-scim', { baseUrl: URL_BASE, token: TOKEN, testUserEmail, groupManagement: true })
  await verb(first.control, 'test-connection')
  await verb(first.control, 'activate')
  await verb(first.control, 'bind-group', { group: COMPANY.groups?.[0]?.name })
  await schedule.advanceTo(START + 10 * MINUTE_MS)
  await first.close()
  await compact(folder, createOrgState())
  const second = await open()
  await verb(second.control, 'bind-group', { group: COMPANY.groups?.[1]?.name })
  await schedule.advanceTo(START + 20 * MINUTE_MS)
  const shown = await viewsOf(second.control)
  await second.close()
  return shown
}
