// Jobs that are interrupted at every point at which a process can die. They run once on a data folder to their end; then, for each line of
// its journal, a copy of the folder is cut after that line, the endpoint is put back to what it had seen by then, and the organisation is
// opened on the copy and goes on.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, HOUR_MS, type VirtualSchedule } from '@scimulator/shared/runtime'
import { copyFolder, journalOf, seenBy, withCut } from '../../../shared/test/store/cut-journal.ts'
import { oktaProgram } from '../../src/program.ts'
import { createEndpoint, type Resource } from '../endpoint.ts'
import { START } from '../world.ts'

type Endpoint = ReturnType<typeof createEndpoint>
type Organisation = Awaited<ReturnType<typeof oktaProgram.open>>
export type Act = (verb: string, input?: object) => Promise<unknown>

export interface Story {
  readonly kind: 'wizard' | 'catalogue'
  /** Who and what is at the endpoint already. */
  readonly there?: { readonly users?: readonly Resource[]; readonly groups?: readonly Resource[] }
  /** What has arrived before. */
  before(act: Act): Promise<void>
  /** Which requests the busy endpoint refuses; without it all of them. */
  refuses?(request: Parameters<Send>[0]): boolean
  /** What is done while the endpoint is busy: the jobs of it wait, and are what is interrupted. */
  acts(act: Act): Promise<void>
}

/** How it ended, with names in the place of the endpoint's ids: people may arrive in another order. */
export interface Ending {
  /** `after line 12 of 31, when the endpoint had seen 5 requests` */
  readonly cut: string
  readonly users: readonly string[]
  readonly groups: readonly string[]
  readonly links: readonly string[]
  /** What is left to send, and what has failed. */
  readonly left: number
}

interface Endings {
  readonly uninterrupted: Ending
  readonly interrupted: readonly Ending[]
}

/** How the story ends without an interruption, and with one at each place. */
export async function interruptEverywhere(story: Story): Promise<Endings> {
  const home = await mkdtemp(join(tmpdir(), 'okta-cut-'))
  try {
    return await interrupted(story, home)
  } finally {
    await rm(home, { recursive: true })
  }
}

type Picture = ReturnType<Endpoint['picture']>

/** `lines`: of the journal, all of them on disk, when the request went out. `picture`: of the endpoint, after it. */
interface Moment {
  readonly lines: number
  readonly picture: Picture
}

async function interrupted(story: Story, home: string): Promise<Endings> {
  const folder = join(home, 'whole')
  const clock = createVirtualSchedule(START)
  const endpoint = createEndpoint(thereAtFirst(story))
  const moments: Moment[] = []
  let [isBusy, isWatched] = [false, false]
  const org = await open(folder, clock, async (request) => {
    if (isBusy && (story.refuses?.(request) ?? true)) return answered(request, clock, { status: 429 })
    if (!isWatched) return answered(request, clock, endpoint.reply(request))
    const lines = (await journalOf(folder)).length
    const exchange = answered(request, clock, endpoint.reply(request))
    moments.push({ lines, picture: endpoint.picture() })
    return exchange
  })
  await prepare(org, story)
  isBusy = true
  await story.acts(actOn(org))
  await see(org, 'jobs')
  const first: Moment = { lines: (await journalOf(folder)).length, picture: endpoint.picture() }
  isBusy = false
  isWatched = true
  await goOn(org, clock)
  const journal = await journalOf(folder)
  const copy = await copyFolder(folder, home)
  const uninterrupted = await endingOf('never', org, endpoint)
  const interrupted: Ending[] = []
  for (let lines = first.lines; lines <= journal.length; lines += 1) {
    for (const seen of seenBy(lines, moments)) {
      const cut = `after line ${lines} of ${journal.length}, when the endpoint had seen ${seen} requests`
      const { picture } = (seen === 0 ? undefined : moments[seen - 1]) ?? first
      interrupted.push(await resumed({ cut, copy, journal: journal.slice(0, lines), picture, at: clock.now() }))
    }
  }
  return { uninterrupted, interrupted }
}

function thereAtFirst({ there = {} }: Story): Picture {
  return structuredClone({ users: [...(there.users ?? [])], groups: [...(there.groups ?? [])] })
}

async function prepare(org: Organisation, { kind, before }: Story): Promise<void> {
  const act = actOn(org)
  await act('create-application', { label: 'App', kind })
  await act('configure-scim', { baseUrl: 'https://scim.test/v2', token: 'secret' })
  await act('set-features', { createUsers: true, updateUsers: true, deactivateUsers: true })
  await before(act)
  if ((await see(org, 'jobs')).length + (await see(org, 'tasks')).length > 0) throw new Error('The story begins badly')
}

interface Cut {
  readonly cut: string
  readonly copy: string
  readonly journal: readonly string[]
  readonly picture: Picture
  readonly at: number
}

function resumed({ cut, copy, journal, picture, at }: Cut): Promise<Ending> {
  return withCut(copy, journal, async (folder) => {
    const clock = createVirtualSchedule(at)
    const endpoint = createEndpoint(structuredClone(picture))
    const org = await open(folder, clock, async (request) => answered(request, clock, endpoint.reply(request)))
    await goOn(org, clock)
    return await endingOf(cut, org, endpoint)
  })
}

/** Whatever waits falls due, and is sent. */
async function goOn(org: Organisation, clock: VirtualSchedule): Promise<void> {
  await org.control.idle()
  await clock.advanceTo(clock.now() + HOUR_MS)
  await org.control.idle()
  await see(org, 'jobs')
}

function open(folder: string, schedule: VirtualSchedule, send: Send): Promise<Organisation> {
  const ids = createSeededIds(1, 'okta')
  return oktaProgram.open(folder, { schedule, ids, send, publicUrl: 'http://okta.test', options: { switches: {} } })
}

function answered(
  request: Parameters<Send>[0],
  clock: VirtualSchedule,
  { status = 200, json }: { readonly status?: number; readonly json?: object },
): Awaited<ReturnType<Send>> {
  const response = { status, headers: [], body: json ? JSON.stringify(json) : '' }
  return { request, startedAt: clock.now(), durationMs: 1, response }
}

function actOn({ control }: Organisation): Act {
  return async (verb, input = {}) => {
    const found = control.verbs.get(verb)
    if (!found) throw new Error(`There is no verb ${verb}`)
    return found.run(input)
  }
}

/** Whatever a view shows is on disk. */
async function see({ control }: Organisation, view: string) {
  return (await control.views.get(view)?.read({})) ?? []
}

async function endingOf(cut: string, org: Organisation, endpoint: Endpoint): Promise<Ending> {
  const { users, groups } = endpoint.picture()
  const names = new Map([...users, ...groups].map(({ id, userName, displayName }) => [id, userName ?? displayName]))
  const links = await see(org, 'links')
  const left = [...(await see(org, 'jobs')), ...(await see(org, 'tasks'))].length
  await org.close()
  return {
    cut,
    // A password is drawn anew when somebody is created once more.
    users: users.map(({ id: _, password: __, ...user }) => JSON.stringify(user)).sort(),
    groups: groups
      .map(({ id: _, members, ...group }) => JSON.stringify({ ...group, of: named(members, names) }))
      .sort(),
    links: links.map(({ key, value }) => `${key}: ${names.get(String(Object(value).targetId))}`).sort(),
    left,
  }
}

function named(members: unknown, names: ReadonlyMap<string, unknown>): readonly string[] {
  return Array.isArray(members) ? members.map(({ value }) => `${names.get(value)}`).sort() : []
}
