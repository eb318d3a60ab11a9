/**
 * Three programs as processes, in the middle of cycles and pushes and with faults on the way between them. Any of them is killed at a
 * random moment and started on its folder again, while the others go on. In the end the receiver has what an untouched run brings it.
 */

import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Acknowledged, type Chance, createChance } from './chance.ts'
import { createFaultyWay, type FaultyWay } from './faulty-way.ts'
import { type Item, type Program, Refused, startProgram } from './program.ts'
import { administerEntra, administerJumpCloud, prepareEntra, prepareJumpCloud, tick } from './three-acts.ts'
import { directoryOf, settleAll, untouchedDirectory } from './three-ends.ts'

export const THREE = ['receiver', 'entra', 'jumpcloud'] as const
export type Name = (typeof THREE)[number]
export type Trio = Record<Name, Program>

export interface Told {
  readonly entra: Acknowledged<string>
  readonly jumpcloud: Acknowledged<string>
}

export interface ThreeKilled {
  readonly people: number
  /** How often each was killed, and how often each fault struck. */
  readonly killed: Readonly<Record<Name, number>>
  readonly struck: Readonly<Record<string, number>>
}

/** Of a thousand requests. */
const FAULTS = 120
const FLAGS: Readonly<Record<Name, readonly string[]>> = {
  receiver: ['--profile', 'rfc', '--token', 'secret'],
  entra: ['--clock', 'virtual'],
  // A push that fails four times in a row is dropped for good, as JumpCloud's (quirk JC-20); then nothing could be compared.
  jumpcloud: ['--clock', 'virtual', '--switch', 'retryLimit=20'],
}

/** @param folder keeps the data of all three; without it they are in memory */
export function startOne(
  command: string,
  name: Name,
  folder?: string,
  flags: readonly string[] = [],
): Promise<Program> {
  const data = folder === undefined ? [] : ['--data', join(folder, name)]
  return startProgram(command, [name, 'up', '--port', '0', ...FLAGS[name], ...data], flags)
}

/** @throws Error naming what was lost or differs from an untouched run, and after how many kills. */
export async function crashThree(
  command: string,
  folder: string,
  { kills, seed }: { readonly kills: number; readonly seed: number },
): Promise<ThreeKilled> {
  const chance = createChance(seed)
  const way = await createFaultyWay(createChance(seed + 1))
  const killed: Record<Name, number> = { receiver: 0, entra: 0, jumpcloud: 0 }
  const told: Told = { entra: new Acknowledged(), jumpcloud: new Acknowledged() }
  const trio = await startTrio(command, folder)
  try {
    way.leadsTo = trio.receiver.url
    await prepareEntra(trio.entra, `${way.url}/scim/v2`)
    await prepareJumpCloud(trio.jumpcloud, `${way.url}/scim/v2`)
    way.faults = FAULTS
    for (let done = 0; done < kills; done += 1) {
      const victim = chance.pick(THREE)
      await workUntilKilled({ trio, told, chance }, victim)
      killed[victim] += 1
      trio[victim] = await startOne(command, victim, folder)
      way.leadsTo = trio.receiver.url
      const lost = await lostIn(trio, told)
      if (lost.length > 0) throw new Error(`After kill ${done + 1}, of ${victim}: ${lost.slice(0, 5).join('; ')}`)
    }
    await endsRight(command, trio, way, kills)
    const people = told.entra.keys().length + told.jumpcloud.keys().length
    return { people, killed, struck: way.struck }
  } finally {
    for (const program of Object.values(trio)) await program.stop().catch(() => {})
    await way.close()
  }
}

export async function startTrio(command: string, folder?: string, flags?: readonly string[]): Promise<Trio> {
  const [receiver, entra, jumpcloud] = await Promise.all(THREE.map((name) => startOne(command, name, folder, flags)))
  if (!receiver || !entra || !jumpcloud) throw new Error('Three programs')
  return { receiver, entra, jumpcloud }
}

export interface Work {
  readonly trio: Trio
  readonly told: Told
  readonly chance: Chance
}

/** Cycles, pushes and administrators side by side; one is killed in the middle, the others come to the end of what they do. */
async function workUntilKilled({ trio, told, chance }: Work, victim: Name): Promise<void> {
  let isGoingOn = true
  const loops = actsOf({ trio, told, chance }).map(async ([name, act]) => {
    while (isGoingOn) {
      try {
        await act()
      } catch (error) {
        if (error instanceof Refused || name !== victim) throw error
        return
      }
    }
  })
  await Promise.race([delay(20 + chance.below(300)), Promise.all(loops)])
  await trio[victim].kill()
  isGoingOn = false
  await Promise.all(loops)
}

/** Cycles, pushes, and what administrators do, each with the program that carries it out. */
export function actsOf({ trio, told, chance }: Work): readonly (readonly [Name, () => Promise<unknown>])[] {
  return [
    ['entra', () => trio.entra.verb('run-cycle')],
    ['entra', () => administerEntra(trio.entra, told.entra, chance)],
    ['jumpcloud', () => tick(trio.jumpcloud)],
    ['jumpcloud', () => administerJumpCloud(trio.jumpcloud, told.jumpcloud, chance)],
  ]
}

/** Acknowledged acts that are not there. */
export async function lostIn({ entra, jumpcloud }: Trio, told: Told): Promise<readonly string[]> {
  const inEntra = new Map(
    (await entra.view('users')).map(({ value }) => [String(value.userPrincipalName), String(value.jobTitle)]),
  )
  const inJumpCloud = new Map((await jumpcloud.view('users')).map(({ key, value }) => [key, String(value.jobTitle)]))
  return [
    ...told.entra.keys().flatMap((name) => told.entra.settle(name, inEntra.get(name)) ?? []),
    ...told.jumpcloud.keys().flatMap((name) => told.jumpcloud.settle(name, inJumpCloud.get(name)) ?? []),
  ]
}

async function endsRight(command: string, trio: Trio, way: FaultyWay, kills: number): Promise<void> {
  way.faults = 0
  await settleAll(trio)
  const untouched = await startTrio(command)
  try {
    const wanted = await untouchedDirectory(trio, untouched)
    const found = await directoryOf(trio.receiver)
    const wrong = [...new Set([...wanted.keys(), ...found.keys()])].filter((key) => wanted.get(key) !== found.get(key))
    if (wrong.length === 0 && wanted.size > 0) return
    const dropped = (await trio.jumpcloud.view('insights')).filter(({ value }) => isDropped(value)).length
    const said = wrong.slice(0, 3).map((key) => `${key} is ${found.get(key)}, and untouched ${wanted.get(key)}`)
    throw new Error(
      `${kills} kills end elsewhere than none (${wrong.length} of ${wanted.size}), ${dropped} pushes were dropped: ${said.join('; ')}`,
    )
  } finally {
    for (const program of Object.values(untouched)) await program.stop()
  }
}

function isDropped({ error_message: message }: Item['value']): boolean {
  return typeof message === 'string' && message.startsWith('dropped after')
}
