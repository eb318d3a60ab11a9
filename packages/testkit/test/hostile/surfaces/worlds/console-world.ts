// What `scimulator up` serves: a world with all three programs, its control surfaces, and the pages.
import type { RequestListener } from 'node:http'
import { PROGRAMS } from '@scimulator/harness/programs'
import { listen } from '@scimulator/shared/http'
import { generateCompany } from '@scimulator/shared/people/generate'
import { createSeededIds } from '@scimulator/shared/runtime'
import { createLiveSurface, type LiveProgram, openLiveWorld } from '../../../../../harness/src/live/index.ts'
import { createPageServer } from '../../../../../scimulator/src/cli/up/page-server.ts'
import { askHandler } from '../ask-handler.ts'
import { rowsOf, type World } from '../world.ts'

const START = Date.UTC(2026, 0, 5, 9)
const COMPANY = generateCompany({ seed: 1, people: 4, groups: 2, name: 'Contoso', domain: 'contoso.example' })

const PAGES = {
  page: '<!doctype html><p nonce="NONCE">page</p>',
  assets: new Map([['/assets/a-1.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from('1') }]]),
}

export async function consoleWorld(): Promise<World> {
  const faults: unknown[] = []
  let receive: RequestListener = (_, response) => response.end()
  const receiver = await listen((request, response) => receive(request, response))
  const descriptors = await Promise.all(PROGRAMS.map(({ load }) => load()))
  const world = await openLiveWorld({
    kinds: descriptors.map((program) => ({
      ...{ name: program.name, isKept: false },
      async open({ schedule, send }): Promise<LiveProgram> {
        const options = program.options.parse({})
        const ids = createSeededIds(1, program.name)
        const {
          control,
          controls = [],
          handle,
          close,
        } = program.create({ schedule, send, ids, options, publicUrl: receiver.url })
        return {
          control,
          aliases: controls.map(({ name }) => name).filter((name) => name !== control.name),
          handle,
          close,
        }
      },
    })),
    ...{ start: START, epoch: 'fuzz', version: '1.2.3' },
    async fill(programs) {
      for (const name of ['entra', 'jumpcloud'])
        await programs.get(name)?.control.verbs.get('load-company')?.run({ company: COMPANY })
    },
    onFault: (fault) => void faults.push(fault instanceof Error ? fault.stack : fault),
  })
  receive = world.handleOf('receiver')
  const surface = createLiveSurface(world)
  const pages = createPageServer(PAGES)
  const programs = () => [...world.now().programs.values()].map(({ control }) => control)
  const handle: RequestListener = (request, response) =>
    void surface(request, response).then((done) => done || pages(request, response))
  return {
    ...{ faults, control: world.control, controls: [world.control, ...programs()] },
    ...{ signedIn: [], names: new Map() },
    handle,
    ask: (asked) => askHandler(handle, asked),
    rows: () =>
      programs()
        .map((control) => rowsOf(control.snapshot()))
        .join('\n'),
    idle: () => world.now().settle(),
    async reset() {
      await world.now().settle()
      for (const { key } of (await world.control.views.get('snapshots')?.read({})) ?? [])
        await world.control.verbs.get('drop-snapshot')?.run({ name: key })
      await world.beginAnew('as it was')
    },
    async close() {
      await world.close()
      await receiver.close(0)
    },
  }
}
