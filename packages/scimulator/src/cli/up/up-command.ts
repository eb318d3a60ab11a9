import { join } from 'node:path'
import { type CompanyName, createLiveSurface, type LiveProgram, openLiveWorld } from '@scimulator/harness/live'
import { shippedPrograms } from '@scimulator/harness/programs'
import { type Listening, listen } from '@scimulator/shared/http'
import { browserOpener, openBrowser } from '@scimulator/shared/platform'
import type { ProgramDescriptor } from '@scimulator/shared/program'
import { createRandomIds, systemClock } from '@scimulator/shared/runtime'
import { shippedStories } from '../../shipped/shipped-stories.ts'
import { VERSION } from '../../shipped/version.ts'
import { complain, print } from '../output.ts'
import { stopSignal } from '../stop-signal.ts'
import { checkTogether } from './check-together.ts'
import { DEMO_COMPANY, DEMO_PEOPLE, demoCompany } from './demo-company.ts'
import { type Door, openDoors } from './doors.ts'
import { type OpenedForeignTarget, openForeignTarget } from './foreign-target.ts'
import { upPrograms } from './open-programs.ts'
import { readPageFiles } from './page-files.ts'
import { createPageServer } from './page-server.ts'
import { snapshotFiles } from './snapshot-files.ts'
import { trafficFiles } from './traffic-files.ts'
import type { UpOptions } from './up-options.ts'

/** Serves until it is told to stop. @returns the exit code */
export async function up(options: UpOptions): Promise<number> {
  checkTogether(options)
  const pages = createPageServer(await readPageFiles())
  const stop = stopSignal()
  const served: Listening[] = []
  const doors: Door[] = []
  let target: OpenedForeignTarget | undefined
  try {
    target = await openForeignTarget(options, options.iOwnThisTarget ?? false, undefined, options.observe)
    const programs = await shippedPrograms()
    for await (const door of openDoors(programs, options.receiverPort, target !== undefined)) {
      doors.push(door)
      served.push(door.server)
    }
    const receiverUrl = doors.find(({ name }) => name === 'receiver')?.server.url
    const world = await openLiveWorld({
      kinds: upPrograms(programs, {
        data: options.data,
        receiverUrl,
        onStopped: stop.fail,
        onFault,
      }),
      start: isReal(options, target) ? undefined : morningOf(systemClock.now()),
      epoch: createRandomIds().uuid('epoch').slice(0, 8),
      fill: (live, company) => fill(programs, live, options, company),
      ...(options.demo ? { company: companyOf(options) } : {}),
      onFault,
      stories: shippedStories(),
      addresses: new Map(doors.map(({ name, server }) => [name, server.url])),
      version: VERSION,
      ...(options.data === undefined ? {} : onDisk(options.data)),
      ...(target ? { target } : {}),
    })
    try {
      for (const { name, become } of doors) become(world.handleOf(name))
      const surface = createLiveSurface(world)
      const consoles = await listen(
        (request, response) => void surface(request, response).then((done) => done || pages(request, response)),
        { port: options.port },
      )
      served.push(consoles)
      tell(options, consoles.url, receiverUrl, target?.url)
      showPages(options, consoles.url)
      return await stop.code
    } finally {
      await Promise.all(served.map((server) => server.close(0)))
      await world.close()
    }
  } finally {
    await Promise.all(served.map((server) => server.close(0)))
    if (target) await leave(target)
  }
}

/** What was made there goes with the command; what cannot be deleted is told with the way out. */
async function leave(target: OpenedForeignTarget): Promise<void> {
  const { users, groups } = target.made()
  if (users + groups > 0) print(`Deleting ${users} users and ${groups} groups that were made at ${target.url}`)
  for (const line of await target.leave()) complain(line)
}

/** What the world keeps beside its programs. */
function onDisk(data: string) {
  return {
    shelf: snapshotFiles(join(data, 'snapshots'), complain),
    archive: trafficFiles(join(data, 'traffic'), complain),
  }
}

function isReal({ data, clock }: UpOptions, target?: unknown): boolean {
  return clock === 'real' || data !== undefined || target !== undefined
}

/** Nine o'clock of today in UTC, so that a demonstration begins with a working day. */
function morningOf(now: number): number {
  const day = new Date(now)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 9)
}

function companyOf({ company, domain }: UpOptions): CompanyName {
  return { name: company ?? DEMO_COMPANY.name, domain: domain ?? DEMO_COMPANY.domain }
}

/** The company goes into each identity provider that takes one and has no users yet. */
async function fill(
  descriptors: readonly ProgramDescriptor[],
  programs: ReadonlyMap<string, LiveProgram>,
  { demo, people }: UpOptions,
  name: CompanyName | undefined,
): Promise<void> {
  if (!demo) return
  const company = demoCompany(people ?? DEMO_PEOPLE, name)
  for (const { name, isReceiver, demoInput = {} } of descriptors) {
    const { verbs, views } = programs.get(name)?.control ?? {}
    const load = isReceiver ? undefined : verbs?.get('load-company')
    const there = (await views?.get('users')?.read({})) ?? []
    if (there.length === 0) await load?.run({ company, ...demoInput })
  }
}

function tell(options: UpOptions, consoles: string, receiver?: string, target?: string): void {
  const kept = options.data ?? 'in memory'
  print(`Consoles at ${consoles} (${kept}, ${isReal(options, target) ? 'real' : 'virtual'} clock); Ctrl-C stops them`)
  if (target !== undefined) print(`What is sent goes to ${target}; what is made there is deleted at the end`)
  else print(`The receiver’s SCIM is at ${receiver}; scripts use ${consoles}/_scimulator`)
}

/** Where somebody sits at a terminal and has a browser on the same machine. */
function showPages({ open = true }: UpOptions, url: string): void {
  const opener = open && process.stdout.isTTY ? browserOpener(url) : undefined
  if (opener) openBrowser(opener)
}

function onFault(fault: unknown): void {
  complain(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
}
