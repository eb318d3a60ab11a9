// A world with its pages on a port, in this process; each test file has one of its own.
import type { IncomingMessage } from 'node:http'
import { createLiveSurface, type OpenedWorld, openLiveWorld } from '@scimulator/harness/live'
import { shippedPrograms } from '@scimulator/harness/programs'
import { type Listening, listen } from '@scimulator/shared/http'
import type { Company } from '@scimulator/shared/people'
import type { Send } from '@scimulator/shared/provisioning'
import { demoCompany } from '../../src/cli/up/demo-company.ts'
import { upPrograms } from '../../src/cli/up/open-programs.ts'
import { readPageFiles } from '../../src/cli/up/page-files.ts'
import { createPageServer } from '../../src/cli/up/page-server.ts'
import { shippedStories } from '../../src/shipped/shipped-stories.ts'

export interface ServedWorld {
  readonly url: string
  readonly receiverUrl: string
  readonly world: OpenedWorld
  /** On the wire of this world, as Entra ID. */
  readonly send: Send
  act(name: string, input?: object): Promise<unknown>
  /** A page of a view: `lark.members?where=status:Active`. */
  view(name: string): Promise<unknown>
  /** Cuts every stream of events and takes no other until `heal`. @returns where the streams went on after that, by their last ids */
  cutStreams(): { heal(): readonly string[] }
  /** What was asked of its control surface by others than its pages. */
  besides(): readonly string[]
  close(): Promise<void>
}

/** @param providers those that have the company's people */
export async function servedWorld(
  company: Company = demoCompany(48),
  providers: readonly string[] = ['entra', 'jumpcloud'],
): Promise<ServedWorld> {
  let receive: Parameters<typeof listen>[0] = () => {}
  const receiver = await listen((request, response) => receive(request, response))
  const fail = (reason: unknown): never => {
    throw reason
  }
  let wire: Send | undefined
  const kinds = upPrograms(await shippedPrograms(), {
    data: undefined,
    receiverUrl: receiver.url,
    onStopped: fail,
    onFault: fail,
  })
  const world = await openLiveWorld({
    kinds: kinds.map((kind) => ({
      ...kind,
      open(setup) {
        if (kind.name === 'entra') wire = setup.send
        return kind.open(setup)
      },
    })),
    start: Date.UTC(2026, 0, 5, 9),
    epoch: 'browser',
    company: { name: company.name, domain: company.domain },
    async fill(programs, named) {
      const filled = named?.name === company.name ? company : demoCompany(company.people.length, named)
      for (const name of providers) {
        const usernames = name === 'jumpcloud' ? { usernames: 'email' } : {}
        await programs
          .get(name)
          ?.control.verbs.get('load-company')
          ?.run({ company: filled, ...usernames })
      }
    },
    onFault: fail,
    stories: shippedStories(),
  })
  receive = world.handleOf('receiver')
  const [surface, pages] = [createLiveSurface(world), createPageServer(await readPageFiles())]
  const besides: string[] = []
  const streams = streamsOf()
  const server = await listenAgain((request, response) => {
    // Browsers say so of themselves, and pages cannot.
    if (request.headers['sec-fetch-site'] === undefined) besides.push(`${request.method} ${request.url}`)
    if (request.url?.startsWith('/_scimulator/events') && !streams.take(request)) return
    void surface(request, response).then((done) => done || pages(request, response))
  })
  return {
    url: server.url,
    receiverUrl: receiver.url,
    world,
    send: (request) => (wire ?? fail('Entra ID is not open'))(request),
    act: (name, input = {}) => act(server.url, name, input),
    cutStreams: streams.cut,
    besides: () => besides,
    view: async (name) => (await fetch(`${server.url}/_scimulator/${name.replace('.', '/views/')}`)).json(),
    close: () => closeAll(world, [server, receiver]),
  }
}

/** Where closed worlds of this process were: at the same address the browser has read and compiled the pages already. */
const left: number[] = []

async function listenAgain(listener: Parameters<typeof listen>[0]): Promise<Listening> {
  const port = left.pop() ?? 0
  // Somebody else may have taken it.
  const server = await listen(listener, { port }).catch(() => listen(listener))
  return {
    ...server,
    async close(graceMs) {
      await server.close(graceMs)
      left.push(server.port)
    },
  }
}

/** The connections of those who listen to events. */
function streamsOf() {
  const open = new Set<IncomingMessage>()
  let resumed: string[] = []
  let isCut = false
  return {
    take(request: IncomingMessage): boolean {
      if (isCut) request.socket.destroy()
      else {
        open.add(request)
        resumed.push(String(request.headers['last-event-id'] ?? ''))
      }
      return !isCut
    },
    cut() {
      isCut = true
      for (const { socket } of open) socket.destroy()
      open.clear()
      return {
        heal() {
          isCut = false
          resumed = []
          return resumed
        },
      }
    },
  }
}

async function act(url: string, name: string, input: object): Promise<unknown> {
  const [program, verb] = name.split('.')
  const answer = await fetch(`${url}/_scimulator/${program}/verbs/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const body = Object(await answer.json())
  if (!answer.ok) throw new Error(`${name}: ${body.error}`)
  return body.result
}

async function closeAll(world: OpenedWorld, servers: readonly Listening[]): Promise<void> {
  await Promise.all(servers.map((server) => server.close(0)))
  await world.close()
}
