// Programs that the probes look at in process, with their verbs.
import { createSender, handlerSend } from '@scimulator/shared/http'
import type { Send } from '@scimulator/shared/provisioning'
import { createRandomIds, createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { createEntraTenant, openEntraTenant } from '../../../packages/entra-sim/src/index.ts'
import { createJumpCloudOrg } from '../../../packages/jumpcloud-sim/src/index.ts'
import { createReceiver, type Receiver } from '../../../packages/receiver/src/index.ts'
import { TOKEN } from '../../receiver-server.ts'

export type Verb = (name: string, input?: object) => Promise<unknown>

export const TARGET = 'http://localhost/scim/v2'
const MONDAY = Date.parse('2026-01-05T08:00:00Z')

export function plainReceiver(): Receiver {
  return createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
}

export function sendTo(receiver: Receiver): Send {
  return handlerSend(receiver.scim, () => MONDAY)
}

/** Keeps nobody, so that the memory of a process is the sender's alone. */
export const forgetfulTarget: Send = async (request) => {
  const [status, body] = answerOf(request.method, request.url)
  return { request, startedAt: MONDAY, durationMs: 0, response: { status, headers: [], body } }
}

let created = 0

function answerOf(method: string, url: string): readonly [status: number, body: string] {
  if (method === 'GET' && url.includes('?')) return [200, '{"totalResults":0,"Resources":[]}']
  if (method === 'GET') return [200, JSON.stringify({ id: url.slice(url.lastIndexOf('/') + 1) })]
  if (method !== 'POST') return [204, '']
  created += 1
  return [201, JSON.stringify({ id: `10000000-0000-4000-8000-${String(created).padStart(12, '0')}` })]
}

const SWITCHES = { parallelism: 8 }

/** A tenant in memory, on virtual time. */
export function entra(send: Send): Verb {
  const schedule = createVirtualSchedule(MONDAY)
  const tenant = createEntraTenant({ schedule, ids: createSeededIds(1, 'bench'), send, switches: SWITCHES })
  return (name, input = {}) => called(tenant.control, name, input)
}

/** A tenant in a folder that sends over HTTP. Its next cycle is never due. */
export async function durableEntra(folder: string) {
  const schedule = createVirtualSchedule(MONDAY)
  const sender = createSender({ clock: { now: () => performance.now() } })
  const given = { schedule, ids: createRandomIds(), send: sender.send, switches: SWITCHES }
  const tenant = await openEntraTenant(folder, given)
  const verb: Verb = (name, input = {}) => called(tenant.control, name, input)
  return { verb, close: () => Promise.all([tenant.close(), sender.close()]) }
}

export async function connected(verb: Verb, tenantUrl = TARGET): Promise<void> {
  await verb('create-app', { name: 'Bench' })
  await verb('set-credentials', { tenantUrl, secretToken: TOKEN })
  await verb('set-settings', { scope: 'Sync all users and groups' })
}

export function jumpCloud(send: Send): Verb {
  const org = createJumpCloudOrg({
    ...{ schedule: createVirtualSchedule(MONDAY), ids: createSeededIds(1, 'bench'), send },
  })
  return (name, input = {}) => called(org.control, name, input)
}

interface Callable {
  readonly verbs: ReadonlyMap<string, { run(input: unknown): unknown }>
}

async function called({ verbs }: Callable, name: string, input: object): Promise<unknown> {
  const known = verbs.get(name)
  if (!known) throw new Error(`There is no verb ${name}`)
  return known.run(input)
}

/** Plain people, cheap to make, who are not what is measured. */
export function companyOf(size: number, groups: readonly { name: string; members: string[] }[] = []) {
  return {
    name: 'Contoso',
    domain: 'contoso.example',
    people: Array.from({ length: size }, (_, n) => somebody(n)),
    groups,
  }
}

function somebody(number: number) {
  return {
    ...{ key: keyOf(number), givenName: 'Person', surname: String(number), displayName: `Person ${number}` },
    ...{ email: `person${number}@contoso.example`, jobTitle: 'Engineer', department: `Department ${number % 20}` },
    ...{ employeeId: String(number), city: 'Oslo', country: 'NO' },
  }
}

export function keyOf(number: number): string {
  return `person${number}`
}

export function keysOf(size: number): string[] {
  return Array.from({ length: size }, (_, number) => keyOf(number))
}
