// Entra's cycles in process: a cycle after one change costs the same in a tenant of 1,000 and of 20,000 users, and what the engine
// adds to the bare sends that a cycle consists of.
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { createEntraTenant, type EntraTenant } from '../packages/entra-sim/src/index.ts'
import type { AsyncBenchRow } from './bench-row.ts'

const BASE = 'https://scim.example/scim/v2'
const INITIAL = 500

/** Looks everything up by key, so that its own cost is the same at every size. */
interface Target {
  readonly send: Send
  sends: number
  clear(): void
}

function createTarget(): Target {
  const byId = new Map<string, Record<string, unknown>>()
  const idByName = new Map<string, string>()
  const answer = (method: string, url: string, body: string | undefined): [status: number, body: string] => {
    if (method === 'POST') {
      const resource = { ...(JSON.parse(body ?? '{}') as Record<string, unknown>), id: `u${byId.size + 1}` }
      byId.set(resource.id, resource)
      idByName.set(nameOf(resource), resource.id)
      return [201, JSON.stringify(resource)]
    }
    const name = /filter=.*%22(.*)%22/.exec(url)?.[1]
    const id = name === undefined ? url.slice(url.lastIndexOf('/') + 1) : idByName.get(decodeURIComponent(name))
    const found = byId.get(id ?? '')
    if (name !== undefined)
      return [200, JSON.stringify({ totalResults: found ? 1 : 0, Resources: found ? [found] : [] })]
    return method === 'GET' ? [200, JSON.stringify(found)] : [204, '']
  }
  const target: Target = {
    sends: 0,
    async send(request) {
      target.sends += 1
      const [status, body] = answer(request.method, request.url, request.body)
      return { request, startedAt: 0, durationMs: 0, response: { status, headers: [], body } }
    },
    clear() {
      byId.clear()
      idByName.clear()
    },
  }
  return target
}

function nameOf(resource: Readonly<Record<string, unknown>>): string {
  return String(resource.userName ?? resource.displayName)
}

interface Side {
  readonly tenant: EntraTenant
  readonly target: Target
  changes: number
}

const sides = new Map<number, Promise<Side>>()

/** A tenant of so many users, all provisioned, made once for all rows. */
function sideOf(size: number): Promise<Side> {
  const side = sides.get(size) ?? populated(size)
  sides.set(size, side)
  return side
}

async function populated(size: number): Promise<Side> {
  const target = createTarget()
  const schedule = createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
  const tenant = createEntraTenant({ schedule, ids: createSeededIds(1, 'bench'), send: target.send })
  const side = { tenant, target, changes: 0 }
  await verb(side, 'load-company', {
    company: { name: 'Contoso', domain: 'contoso.example', people: people(size), groups: [] },
  })
  await verb(side, 'create-app', { name: 'Bench' })
  await verb(side, 'set-credentials', { tenantUrl: BASE, secretToken: 'bench' })
  await verb(side, 'set-settings', { scope: 'Sync all users and groups' })
  await verb(side, 'start')
  return side
}

function people(size: number): object[] {
  return Array.from({ length: size }, (_, number) => ({
    key: `person${number}`,
    givenName: 'Person',
    surname: String(number),
    displayName: `Person ${number}`,
    email: `person${number}@contoso.example`,
    jobTitle: 'Engineer',
    department: `Department ${number % 20}`,
  }))
}

async function verb({ tenant }: Side, name: string, input: object = {}): Promise<void> {
  const known = tenant.control.verbs.get(name)
  if (!known) throw new Error(`There is no verb ${name}`)
  await known.run(input)
}

/** One job title changes, then a cycle: probe, GET, PATCH. */
async function cycleAfterChange(size: number): Promise<void> {
  const side = await sideOf(size)
  const sent = side.target.sends
  side.changes += 1
  await verb(side, 'update-user', { user: `person${side.changes % size}`, set: { jobTitle: `Title ${side.changes}` } })
  await verb(side, 'run-cycle')
  if (side.target.sends - sent !== 3)
    throw new Error(`A cycle after one change sent ${side.target.sends - sent} requests.`)
}

/** Every user is looked up and created, as in a new app. */
async function initialCycle(): Promise<void> {
  const side = await sideOf(INITIAL)
  side.target.clear()
  const sent = side.target.sends
  await verb(side, 'restart', { resetScope: 'Full' })
  const expected = 1 + 2 * INITIAL
  if (side.target.sends - sent !== expected)
    throw new Error(`An initial cycle sent ${side.target.sends - sent} requests.`)
}

const bare = createTarget()
const headers = [
  ['Authorization', 'Bearer bench'],
  ['Accept', 'application/scim+json'],
] as const
const body = JSON.stringify({ Operations: [{ op: 'Replace', path: 'title', value: 'Title' }] })

/** A lookup and a write, like those that the engine sends, with nothing around them. */
async function bareSends(lookUps: number, writes: number, method: 'POST' | 'PATCH'): Promise<void> {
  bare.clear()
  const url = `${BASE}/Users`
  for (let one = 0; one < lookUps; one += 1) {
    await bare.send({ method: 'GET', url: `${url}?filter=userName+eq+%22person${one}%22`, headers })
  }
  for (let one = 0; one < writes; one += 1) {
    await bare.send({ method, url: method === 'POST' ? url : `${url}/u${one}`, headers, body })
  }
}

export const asyncRows: AsyncBenchRow[] = [
  afterChange(1_000),
  afterChange(20_000),
  {
    name: 'entra: cycle after one change, 20,000 users beside 1,000',
    baseline: 'the same in a tenant of 1,000 users',
    prepare: async () => void (await Promise.all([sideOf(1_000), sideOf(20_000)])),
    ops: () => cycleAfterChange(20_000),
    baselineOps: () => cycleAfterChange(1_000),
    target: 'not slower: the size of the tenant does not matter',
  },
  {
    name: `entra: initial cycle of ${INITIAL} users (times ${INITIAL} gives users/s)`,
    baseline: 'as many bare sends in process',
    prepare: async () => void (await sideOf(INITIAL)),
    ops: initialCycle,
    baselineOps: () => bareSends(1 + INITIAL, INITIAL, 'POST'),
    target: 'thousands of users a second',
  },
]

function afterChange(size: number): AsyncBenchRow {
  return {
    name: `entra: cycle after one change, ${size / 1_000},000 users`,
    baseline: 'three bare sends in process',
    prepare: async () => void (await sideOf(size)),
    ops: () => cycleAfterChange(size),
    baselineOps: () => bareSends(2, 1, 'PATCH'),
    target: 'about a millisecond',
  }
}
