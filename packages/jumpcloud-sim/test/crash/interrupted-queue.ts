// A queue that is interrupted at every point at which a process can die. It runs once on a data folder to its end; then, for each line
// of its journal, a copy of the folder is cut after that line, the target is put back to what it had seen by then, and the
// organisation is opened on the copy and goes on.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, MINUTE_MS, type VirtualSchedule } from '@scimulator/shared/runtime'
import { copyFolder, journalOf, seenBy, withCut } from '../../../shared/test/store/cut-journal.ts'
import { type JumpCloudOrg, openJumpCloudOrg } from '../../src/index.ts'
import { BASE, createResponder, type Responder } from '../responder.ts'

const START = Date.parse('2026-01-05T08:00:00Z')
/** Long enough for every push and its retries. */
const QUEUE = 10 * MINUTE_MS

export interface Story {
  readonly switches?: Readonly<Record<string, unknown>>
  /** What is so before: its pushes reach the target. */
  before(act: Act, target: Responder): Promise<void>
  /** What is done while the clock stands; the pushes of it are what is interrupted. */
  acts(act: Act): Promise<void>
  /** The first so many requests of those pushes are answered with 503. */
  readonly awayFor?: number
}

export type Act = (verb: string, input?: object) => Promise<unknown>

/** How it ended. Ids of the target are left out, as people may arrive in another order. */
export interface Ending {
  /** `after line 12 of 31, when the target had seen 5 requests` */
  readonly cut: string
  readonly users: readonly unknown[]
  readonly groups: readonly unknown[]
  /** Object and name of the resource that its link leads to. */
  readonly links: readonly string[]
  readonly pushes: number
}

export interface Endings {
  readonly uninterrupted: Ending
  readonly interrupted: readonly Ending[]
}

/** How the story ends without an interruption, and with one at each place. */
export async function interruptEverywhere(story: Story): Promise<Endings> {
  const home = await mkdtemp(join(tmpdir(), 'jumpcloud-cut-'))
  try {
    return await interrupted(story, home)
  } finally {
    await rm(home, { recursive: true })
  }
}

type Picture = Pick<Responder, 'users' | 'groups'>

/** `lines`: of the journal, all of them on disk, when the request went out. `target`: after the request. */
interface Moment {
  readonly lines: number
  readonly target: Picture
}

async function interrupted(story: Story, home: string): Promise<Endings> {
  const folder = join(home, 'whole')
  const clock = createVirtualSchedule(START)
  const target = createResponder(() => clock.now())
  const moments: Moment[] = []
  let isWatched = false
  const send: Send = async (request) => {
    if (!isWatched) return target.send(request)
    await durable(org)
    const lines = (await journalOf(folder)).length
    const exchange = await target.send(request)
    moments.push({ lines, target: pictureOf(target) })
    return exchange
  }
  const org = await open(folder, story, clock, send)
  const act = actOn(org)
  await connect(act)
  await story.before(act, target)
  await clock.advanceTo(clock.now() + QUEUE)
  await story.acts(act)
  await durable(org)
  const first: Moment = { lines: (await journalOf(folder)).length, target: pictureOf(target) }
  isWatched = true
  let refused = 0
  target.intercept = () => {
    refused += 1
    return refused <= (story.awayFor ?? 0) ? { status: 503, headers: [], body: '' } : undefined
  }
  await clock.advanceTo(clock.now() + QUEUE)
  await durable(org)
  const journal = await journalOf(folder)
  const copy = await copyFolder(folder, home)
  const uninterrupted = await settle('never', org, target, clock)
  const endings: Ending[] = []
  for (let lines = first.lines; lines <= journal.length; lines += 1) {
    for (const seen of seenBy(lines, moments)) {
      const cut = `after line ${lines} of ${journal.length}, when the target had seen ${seen} requests`
      const picture = seen === 0 ? first.target : (moments[seen - 1]?.target ?? first.target)
      endings.push(await goOn(story, { cut, copy, journal: journal.slice(0, lines), picture, at: clock.now() }))
    }
  }
  return { uninterrupted, interrupted: endings }
}

interface Cut {
  readonly cut: string
  readonly copy: string
  readonly journal: readonly string[]
  readonly picture: Picture
  readonly at: number
}

function goOn(story: Story, { cut, copy, journal, picture, at }: Cut): Promise<Ending> {
  return withCut(copy, journal, async (folder) => {
    const clock = createVirtualSchedule(at)
    const target = createResponder(() => clock.now())
    for (const [id, user] of structuredClone(picture.users)) target.users.set(id, user)
    for (const [id, group] of structuredClone(picture.groups)) target.groups.set(id, group)
    const org = await open(folder, story, clock, target.send)
    return await settle(cut, org, target, clock)
  })
}

function pictureOf({ users, groups }: Responder): Picture {
  return structuredClone({ users, groups })
}

function open(folder: string, { switches = {} }: Story, schedule: VirtualSchedule, send: Send): Promise<JumpCloudOrg> {
  return openJumpCloudOrg(folder, {
    schedule,
    ids: createSeededIds(1, 'jumpcloud'),
    send,
    switches: { latencyMs: 5_000, ...switches },
  })
}

async function connect(act: Act): Promise<void> {
  await act('create-application', { displayLabel: 'Lark' })
  await act('configure-scim', { baseUrl: BASE, token: 'secret', testUserEmail: 'test@example.com' })
  await act('activate')
}

function actOn(org: JumpCloudOrg): Act {
  return async (verb, input = {}) => {
    const found = org.control.verbs.get(verb)
    if (!found) throw new Error(`There is no verb ${verb}`)
    return found.run(input)
  }
}

/** Whatever a view shows is on disk. */
async function durable(org: JumpCloudOrg): Promise<void> {
  await org.control.views.get('pushes')?.read({})
}

async function settle(cut: string, org: JumpCloudOrg, target: Responder, clock: VirtualSchedule): Promise<Ending> {
  await clock.advanceTo(clock.now() + QUEUE)
  const links = (await org.control.views.get('links')?.read({})) ?? []
  const pushes = (await org.control.views.get('pushes')?.read({})) ?? []
  await org.close()
  const named = (id: unknown) => {
    const resource = target.users.get(String(id)) ?? target.groups.get(String(id))
    return String(resource?.userName ?? resource?.displayName)
  }
  return {
    cut,
    users: sorted([...target.users.values()].map(({ id: _id, ...user }) => user)),
    groups: sorted(
      [...target.groups.values()].map(({ id: _id, members, ...group }) => ({
        ...group,
        members: members.map(({ value }) => named(value)).sort(),
      })),
    ),
    links: links.map(({ key, value }) => `${key}: ${named(Reflect.get(Object(value), 'targetId'))}`).sort(),
    pushes: pushes.length,
  }
}

function sorted(resources: readonly object[]): readonly object[] {
  return [...resources].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
