// A run that is killed at a random moment, without a process of its own: from that moment on nothing reaches the endpoint and nothing the
// disk, and what cleans up afterwards has the ledgers as they lay there then.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { handlerSend, type ScimHandler } from '@scimulator/shared/http'
import type { Send } from '@scimulator/shared/provisioning'
import { shippedPrograms } from '../../src/index.ts'
import { runCombination } from '../../src/scenario/run-scenario.ts'
import { cleanTarget } from '../../src/target/clean-target.ts'
import { guardTarget } from '../../src/target/guarded-target.ts'
import { scenarioOf, TOKEN } from '../foreign/run-at.ts'
import { type Chance, createChance } from '../hostile/chance.ts'
import { peopleWhoAreThere } from '../hostile/people-who-are-there.ts'

/** Between them: people, groups, managers, deletions, tests of a connection, people who were there, an import. */
const SCENARIOS = [
  'entra/help-page',
  'entra/group-goes',
  'entra/manager-goes',
  'entra/quirks/quick-purge',
  'entra/freed-name-is-used-again',
  'jumpcloud/help-page',
  'jumpcloud/ending-delete',
  'jumpcloud/activation',
  'jumpcloud/import-users',
  'matching/by-email',
  'matching/members-at-the-same-moment',
  'matching/group-renamed-by-hand',
] as const

/** How many seeds there are to be asked. */
export const KILLED_RUNS = 500

export interface KilledRun {
  readonly what: string
  /** Whether it came to the moment; a shorter run ends by itself. */
  readonly killed: boolean
  /** What of the run was at the endpoint when it was killed. */
  readonly leftByTheRun: number
  /** How often the cleaning was killed as well. */
  readonly killedCleanings: number
  /** What was to be said of the cleaning, and what of those who were there is not as it was. */
  readonly problems: readonly string[]
}

/** The same seed dies at the same moment. */
export async function killedRun(seed: number): Promise<KilledRun> {
  const chance = createChance(seed)
  const endpoint = await peopledEndpoint()
  const before = await endpoint.state()
  const folder = mkdtempSync(join(tmpdir(), 'scimulator-kill-'))
  try {
    const name = chance.pick(SCENARIOS)
    const moment = momentOf(chance)
    const killed = await runUntil(moment, name, chance, endpoint, join(folder, 'run'))
    const leftByTheRun = (await endpoint.count()) - PEOPLE.length
    const cleaning = await clean(join(folder, 'run-killed'), chance, endpoint, killed)
    const after = await endpoint.state()
    const changed = after === before ? [] : [`not as before: ${firstDifference(before, after)}`]
    const what = `seed ${seed}: ${name}, ${moment.method} ${moment.number} ${moment.when}`
    return { what, killed, leftByTheRun, ...cleaning, problems: [...cleaning.problems, ...changed] }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Which requests are counted until the moment comes. */
export type MomentMethod = 'POST' | 'PATCH' | 'DELETE' | 'any'

interface Moment {
  readonly method: MomentMethod
  /** The how manieth request of this kind. */
  readonly number: number
  /** Whether the endpoint has still carried it out. */
  readonly when: 'before it arrives' | 'before its answer'
}

function momentOf(chance: Chance): Moment {
  const method = chance.pick(['POST', 'POST', 'DELETE', 'DELETE', 'PATCH', 'any'] as const)
  // A run reads what is there, looks for people, writes and cleans up: most of them in 200 requests.
  const number = 1 + chance.below(method === 'any' ? 240 : 12)
  return { method, number, when: chance.pick(['before it arrives', 'before its answer'] as const) }
}

/** A `send` that ends at the moment. What is still asked of it gets no answer, and is nothing that a dead process would have done. */
function dyingAt(moment: Moment, send: Send, onDeath: () => void): Send {
  let count = 0
  let isDead = false
  return async (request) => {
    const isCounted = moment.method === 'any' || request.method === moment.method
    if (!isDead && isCounted) count += 1
    if (!isDead && count < moment.number) return send(request)
    if (!isDead && moment.when === 'before its answer') await send(request)
    if (!isDead) onDeath()
    isDead = true
    return { request, startedAt: 0, durationMs: 0, failure: { kind: 'blocked', message: 'The process is dead' } }
  }
}

type Endpoint = Awaited<ReturnType<typeof peopledEndpoint>>

/** @returns whether the moment came; what was on the disk then is beside the ledgers */
async function runUntil(moment: Moment, name: string, chance: Chance, endpoint: Endpoint, ledgers: string) {
  const scenario = await scenarioOf(name)
  let killed = false
  const send = dyingAt(moment, endpoint.send, () => {
    killed = true
    keepDisk(ledgers, `${ledgers}-killed`)
  })
  const options = { ledgerFolder: ledgers, random: () => chance.below(1_000_000) / 1_000_000 }
  const target = await guardTarget({ ...endpoint.connected, send }, options)
  await runCombination(scenario, chance.pick(scenario.combinations), { kinds: await shippedPrograms(), target })
  await target.finish()
  return killed
}

function keepDisk(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { recursive: true })
}

/** Cleans until nobody kills the cleaning any more. */
async function clean(folder: string, chance: Chance, endpoint: Endpoint, wasKilled: boolean) {
  let at = folder
  let killedCleanings = 0
  while (wasKilled && killedCleanings < 3 && chance.once(2)) {
    const next = `${at}-again`
    if (!(await killedCleaning(momentOfCleaning(chance), at, next, endpoint))) break
    at = next
    killedCleanings += 1
  }
  const cleaning = await cleanTarget(endpoint.connected, { folder: at, ageMs: 7_200_000, isRunning: () => false })
  const { leftovers } = await cleaning.remove()
  const ledgers = existsSync(at) ? readdirSync(at).filter((one) => one.endsWith('.jsonl')) : []
  const problems = [
    ...leftovers.map((one) => `left: ${one.kind} ${one.name}, ${one.reason}`),
    ...ledgers.map((one) => `the ledger ${one} is still there`),
  ]
  return { killedCleanings, problems }
}

function momentOfCleaning(chance: Chance): Moment {
  const when = chance.pick(['before it arrives', 'before its answer'] as const)
  return { method: chance.pick(['DELETE', 'any'] as const), number: 1 + chance.below(6), when }
}

async function killedCleaning(moment: Moment, folder: string, copy: string, endpoint: Endpoint): Promise<boolean> {
  let killed = false
  const send = dyingAt(moment, endpoint.send, () => {
    killed = true
    keepDisk(folder, copy)
  })
  const options = { folder, ageMs: 7_200_000, isRunning: () => false }
  try {
    await (await cleanTarget({ ...endpoint.connected, send }, options)).remove()
  } catch (error) {
    // A list that cannot be read because the process is dead.
    if (!killed) throw error
  }
  return killed
}

const PEOPLE = peopleWhoAreThere(0, idsFrom('before-'))

function idsFrom(start: string): () => string {
  let number = 0
  return () => `${start}${++number}`
}

/** Our plain receiver, full of people and groups with the very names, addresses and numbers of the fixtures. */
async function peopledEndpoint() {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
  const url = 'http://peopled.scimulator.test/scim/v2'
  const headers = [
    ['Authorization', `Bearer ${TOKEN}`],
    ['Content-Type', 'application/scim+json'],
  ] as const
  const handler: ScimHandler = receiver.scim
  const send = handlerSend(handler, Date.now)
  const ids = new Map<unknown, unknown>()
  for (const { kind, resource } of PEOPLE) {
    const { id, meta: _meta, ...rest } = resource
    const members = Array.isArray(resource.members) ? resource.members : []
    const renamed = members.map((one) => ({ value: ids.get(Object(one).value) }))
    const body = JSON.stringify(kind === 'Groups' ? { ...rest, members: renamed } : rest)
    const { response } = await send({ method: 'POST', url: `${url}/${kind}`, headers, body })
    if (response?.status !== 201) throw new Error(`POST /${kind} was answered ${response?.status}: ${response?.body}`)
    ids.set(id, JSON.parse(response.body).id)
  }
  const list = async (kind: string): Promise<string> => {
    const exchange = await send({ method: 'GET', url: `${url}/${kind}?count=1000`, headers })
    return exchange.response?.body ?? ''
  }
  return {
    send,
    connected: { url, token: TOKEN, headers: headers.slice(0, 1), watchSecrets: () => () => {}, send },
    state: async () => `${await list('Users')}\n${await list('Groups')}`,
    count: async () => {
      const lists = [JSON.parse(await list('Users')), JSON.parse(await list('Groups'))]
      return lists.reduce((sum: number, { totalResults }) => sum + Number(totalResults), 0)
    },
  }
}

function firstDifference(before: string, after: string): string {
  const at = [...before].findIndex((char, index) => char !== after[index])
  return `${before.slice(Math.max(0, at - 80), at + 80)} became ${after.slice(Math.max(0, at - 80), at + 80)}`
}
