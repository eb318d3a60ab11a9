// A cycle that is interrupted at every point at which a process can die. The cycle runs once on a data folder to its end; then, for
// each line of its journal, a copy of the folder is cut after that line, the target is put back to what it had seen by then, and
// the tenant is opened on the copy and goes on.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, MINUTE_MS } from '@scimulator/shared/runtime'
import { copyFolder, journalOf, withCut } from '../../../shared/test/store/cut-journal.ts'
import { type EntraTenant, openEntraTenant } from '../../src/index.ts'
import { BASE, createServiceProvider, type Directory, type ServiceProvider } from '../model/service-provider.ts'

const START = Date.parse('2026-01-05T08:00:00Z')
export const CYCLE = 40 * MINUTE_MS

export interface Story {
  readonly switches?: Readonly<Record<string, unknown>>
  /** What is so before the cycle that is interrupted. */
  before(actor: Actor, target: Loser): Promise<void>
  /** Runs the cycle; by default the next one that is due. */
  cycle?(actor: Actor): Promise<unknown>
  /** Requests that the target refuses with 400 while the story is told; it takes them from the cycle on. */
  readonly refusedAtFirst?: string
  /** Instead of 400. */
  readonly refusedWith?: number
}

export interface Loser {
  /** Somebody at the target takes away the resource of that userName or displayName. */
  lose(name: string): void
}

export interface Actor {
  do(verb: string, input?: object): Promise<unknown>
  /** The next cycles. */
  cycles(count: number): Promise<void>
}

/** How it ended, and what must hold. */
export interface Ending {
  /** `after line 12 of 31, when the target had seen 5 requests` */
  readonly cut: string
  readonly directory: Directory
  /** Target ids that links name and the target does not have. */
  readonly danglingLinks: readonly string[]
  readonly escrows: number
}

export interface Endings {
  readonly uninterrupted: Ending
  readonly interrupted: readonly Ending[]
}

/** How the story ends without an interruption, and with one at each place. */
export async function interruptEverywhere(story: Story): Promise<Endings> {
  const home = await mkdtemp(join(tmpdir(), 'entra-cut-'))
  try {
    return await interrupted(story, home)
  } finally {
    await rm(home, { recursive: true })
  }
}

interface Moment {
  /** Lines of the journal when the request went out, all of them on disk. */
  readonly lines: number
  /** The target after the request. */
  readonly target: ReturnType<ServiceProvider['store']>
}

async function interrupted(story: Story, home: string): Promise<Endings> {
  const folder = join(home, 'whole')
  const clock = createVirtualSchedule(START)
  const provider = createServiceProvider(clock)
  const moments: Moment[] = []
  let isWatched = false
  const send: Send = async (request) => {
    if (!isWatched && story.refusedAtFirst !== undefined && request.body?.includes(story.refusedAtFirst)) {
      return {
        request,
        startedAt: clock.now(),
        durationMs: 0,
        response: { status: story.refusedWith ?? 400, headers: [], body: '' },
      }
    }
    if (!isWatched) return provider.send(request)
    await tenant.ports.durable()
    const lines = (await journalOf(folder)).length
    const exchange = await provider.send(request)
    moments.push({ lines, target: provider.store() })
    return exchange
  }
  const tenant = await openEntraTenant(folder, options(story, clock, send))
  await furnish(tenant)
  const actor = actorOf(tenant, clock)
  await story.before(actor, loserOf(provider))
  await tenant.ports.durable()
  const first = { lines: (await journalOf(folder)).length, target: provider.store() }
  isWatched = true
  await (story.cycle ? story.cycle(actor) : actor.cycles(1))
  await tenant.ports.durable()
  isWatched = false
  const cutAt = clock.now()
  const journal = await journalOf(folder)
  const copy = await copyFolder(folder, home)
  const uninterrupted = await settle('never', tenant, provider, clock)
  const endings: Ending[] = []
  // An act that starts the cycle is on disk before the cycle's first request.
  const from = story.cycle ? (moments[0]?.lines ?? first.lines) : first.lines
  for (let lines = from; lines <= journal.length; lines += 1) {
    for (const seen of seenBy(lines, journal, moments)) {
      const cut = `after line ${lines} of ${journal.length}, when the target had seen ${seen} requests`
      const target = seen === 0 ? first.target : (moments[seen - 1]?.target ?? first.target)
      endings.push(await goOn(story, { cut, copy, journal: journal.slice(0, lines), target, at: cutAt }))
    }
  }
  return { uninterrupted, interrupted: endings }
}

/**
 * How many requests the target can have seen when so many lines are on disk: all that went out with fewer, and those that may have
 * gone out before the next lines were. A link is waited for, so that no request goes out before it is on disk.
 */
function seenBy(lines: number, journal: readonly string[], moments: readonly Moment[]): readonly number[] {
  const least = moments.filter((moment) => moment.lines < lines).length
  const most = moments.filter((moment) => !journal.slice(lines, moment.lines).some(isNewLink)).length
  return Array.from({ length: Math.max(0, most - least) + 1 }, (_, index) => least + index)
}

function isNewLink(line: string): boolean {
  return line.includes('"kind":"link"') && line.includes('"linkedAt"')
}

interface Cut {
  readonly cut: string
  readonly copy: string
  readonly journal: readonly string[]
  readonly target: ReturnType<ServiceProvider['store']>
  readonly at: number
}

function goOn(story: Story, { cut, copy, journal, target, at }: Cut): Promise<Ending> {
  return withCut(copy, journal, async (folder) => {
    const clock = createVirtualSchedule(at)
    const provider = createServiceProvider(clock)
    provider.load(target)
    const tenant = await openEntraTenant(folder, options(story, clock, provider.send))
    return await settle(cut, tenant, provider, clock)
  })
}

function options({ switches = {} }: Story, schedule: ReturnType<typeof createVirtualSchedule>, send: Send) {
  return { schedule, ids: createSeededIds(1, 'entra'), send, switches }
}

async function furnish(tenant: EntraTenant): Promise<void> {
  const run = (verb: string, input: object) => tenant.control.verbs.get(verb)?.run(input)
  await run('create-app', { name: 'Lark' })
  await run('set-credentials', { tenantUrl: BASE, secretToken: 'secret' })
}

function actorOf(tenant: EntraTenant, clock: ReturnType<typeof createVirtualSchedule>): Actor {
  return {
    async do(verb, input = {}) {
      const found = tenant.control.verbs.get(verb)
      if (!found) throw new Error(`There is no verb ${verb}`)
      return found.run(input)
    },
    cycles: (count) => clock.advanceTo(clock.now() + count * CYCLE),
  }
}

function loserOf(provider: ServiceProvider): Loser {
  return {
    lose(name) {
      const { users, groups } = provider.store()
      const lost = [...users, ...groups].find((one) => one.userName === name || one.displayName === name)
      if (!lost) throw new Error(`The target has no ${name}`)
      provider.removeByHand(lost.id)
    },
  }
}

/** Time for what failed to be tried again, and then some. */
async function settle(
  cut: string,
  tenant: EntraTenant,
  provider: ServiceProvider,
  clock: ReturnType<typeof createVirtualSchedule>,
): Promise<Ending> {
  await clock.advanceTo(clock.now() + 4 * CYCLE)
  const links = (await tenant.control.views.get('links')?.read({})) ?? []
  const escrows = (await tenant.control.views.get('escrows')?.read({})) ?? []
  const ids = provider.ids()
  const linked = links.map(({ value }) => String(Reflect.get(Object(value), 'targetId')))
  await tenant.close()
  return {
    cut,
    directory: provider.directory(),
    danglingLinks: linked.filter((id) => !ids.has(id)),
    escrows: escrows.length,
  }
}
