/**
 * Three programs at work for a long time, with faults on the way between them. Now and then all of them go back to where they began, logs and
 * directories with them: what is then more on the heap than the time before was left by the work itself.
 */

import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Acknowledged, createChance } from './chance.ts'
import { createFaultyWay } from './faulty-way.ts'
import type { Program } from './program.ts'
import { slopeOf } from './slope.ts'
import { prepareEntra, prepareJumpCloud } from './three-acts.ts'
import { actsOf, lostIn, type Name, startTrio, THREE, type Told, type Trio } from './three-crash.ts'
import { settleAll } from './three-ends.ts'

export interface Soaked {
  readonly acts: number
  readonly struck: Readonly<Record<string, number>>
  /** What each keeps after each stretch, in bytes. */
  readonly heaps: Readonly<Record<Name, readonly number[]>>
}

export interface Soak {
  readonly minutes: number
  readonly seed: number
  /** Called after each stretch. */
  readonly told?: (stretch: number, of: number, heaps: Readonly<Record<Name, number>>) => void
}

const STRETCHES = 20
/** The first ones fill pools, rings and caches, and code is compiled in them. */
const WARM_UP = 6
/** Of what it keeps, so much may a program grow from the end of the warm-up to the end: noise of the collector. */
const MOST_GROWTH = 0.05
/** Of a thousand requests. */
const FAULTS = 60

/** @throws Error when an act is refused, something acknowledged is lost, or a heap grows */
export async function soakThree(command: string, folder: string, { minutes, seed, told }: Soak): Promise<Soaked> {
  const heapFolder = join(folder, 'heaps')
  await mkdir(heapFolder, { recursive: true })
  process.env.SCIMULATOR_HEAPS = heapFolder
  const way = await createFaultyWay(createChance(seed + 1))
  const reporter = fileURLToPath(new URL('heap-reporter.cjs', import.meta.url))
  const trio = await startTrio(command, join(folder, 'data'), ['--require', reporter])
  const heaps: Record<Name, number[]> = { receiver: [], entra: [], jumpcloud: [] }
  let acts = 0
  try {
    way.leadsTo = trio.receiver.url
    await prepareEntra(trio.entra, `${way.url}/scim/v2`)
    await prepareJumpCloud(trio.jumpcloud, `${way.url}/scim/v2`)
    await settleAll(trio)
    await fillFeed(trio.receiver)
    const beginning = await snapshotsOf(trio)
    for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
      way.faults = FAULTS
      acts += await workFor(trio, (minutes * 60_000) / STRETCHES, seed + stretch)
      way.faults = 0
      await settleAll(trio)
      await bringBack(trio, beginning)
      const now = await heapsOf(trio, heapFolder)
      for (const name of THREE) heaps[name].push(now[name])
      told?.(stretch + 1, STRETCHES, now)
    }
    assertFlat(heaps)
    return { acts, struck: way.struck, heaps }
  } finally {
    delete process.env.SCIMULATOR_HEAPS
    for (const program of Object.values(trio)) await program.stop().catch(() => {})
    await way.close()
  }
}

/** The receiver holds the newest 10,000 events for whoever polls them, and a short soak would see them gather. */
const EVENTS = 10_500

async function fillFeed(receiver: Program): Promise<void> {
  const headers = { authorization: 'Bearer secret' }
  const user = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'busy@contoso.example' }
  const { body } = await receiver.ask('/scim/v2/Users', 'POST', user, headers)
  const path = `/scim/v2/Users/${Object(body).id}`
  let left = EVENTS
  const patch = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const Operations = [{ op: 'replace', path: 'title', value: `t${left}` }]
      const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']
      const { status } = await receiver.ask(path, 'PATCH', { schemas, Operations }, headers)
      if (status !== 200 && status !== 204) throw new Error(`A title cannot be written: ${status}`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, patch))
  await receiver.ask(path, 'DELETE', undefined, headers)
}

/** @returns how many acts came to their end */
async function workFor(trio: Trio, ms: number, seed: number): Promise<number> {
  const told: Told = { entra: new Acknowledged(), jumpcloud: new Acknowledged() }
  const end = performance.now() + ms
  let acts = 0
  const loops = actsOf({ trio, told, chance: createChance(seed) }).map(async ([, act]) => {
    while (performance.now() < end) {
      await act()
      acts += 1
    }
  })
  await Promise.all(loops)
  const lost = await lostIn(trio, told)
  if (lost.length > 0) throw new Error(`Lost: ${lost.slice(0, 5).join('; ')}`)
  return acts
}

type Snapshots = Readonly<Record<Name, unknown>>

async function snapshotsOf(trio: Trio): Promise<Snapshots> {
  const [receiver, entra, jumpcloud] = await Promise.all(
    THREE.map(async (name) => (await trio[name].ask('/_scimulator/snapshot')).body),
  )
  return { receiver, entra, jumpcloud }
}

async function bringBack(trio: Trio, snapshots: Snapshots): Promise<void> {
  for (const name of THREE) {
    const { status } = await trio[name].ask('/_scimulator/restore', 'POST', snapshots[name])
    if (status !== 200) throw new Error(`${name} does not go back to its beginning: ${status}`)
  }
}

async function heapsOf(trio: Trio, folder: string): Promise<Record<Name, number>> {
  const [receiver = 0, entra = 0, jumpcloud = 0] = await Promise.all(THREE.map((name) => heapOf(trio[name], folder)))
  return { receiver, entra, jumpcloud }
}

async function heapOf({ pid }: Program, folder: string): Promise<number> {
  const path = join(folder, String(pid))
  process.kill(pid, 'SIGUSR2')
  for (;;) {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text !== undefined) {
      await rm(path)
      return Number(text)
    }
    await delay(20)
  }
}

function assertFlat(heaps: Readonly<Record<Name, readonly number[]>>): void {
  for (const name of THREE) {
    const warm = heaps[name].slice(WARM_UP)
    const mean = warm.reduce((sum, one) => sum + one, 0) / warm.length
    const growth = (slopeOf(warm) * warm.length) / mean
    if (growth < MOST_GROWTH) continue
    const all = heaps[name].map((one) => (one / 1e6).toFixed(1)).join(', ')
    throw new Error(`${name} grows by ${(growth * 100).toFixed(1)} % in ${warm.length} stretches: ${all} MB`)
  }
}
