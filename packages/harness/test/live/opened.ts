// A world that stands, with real programs in it, and its surface on a port.
import { createEntraTenant } from '@scimulator/entra-sim'
import { createJumpCloudOrg } from '@scimulator/jumpcloud-sim'
import { oktaProgram } from '@scimulator/okta-sim/program'
import { createReceiver } from '@scimulator/receiver'
import { type Listening, listen } from '@scimulator/shared/http'
import { generateCompany } from '@scimulator/shared/people/generate'
import { createSeededIds } from '@scimulator/shared/runtime'
import { type CompanyName, createLiveSurface, type OpenedWorld, openLiveWorld } from '../../src/live/index.ts'

export const START = Date.UTC(2026, 0, 5, 9)

export interface Opened {
  readonly world: OpenedWorld
  readonly url: string
  /** Carries out a verb: `world.set-up`. */
  act(name: string, input?: object): Promise<{ status: number; body: Answer }>
  /** What a view shows, with the words of its query. */
  look(name: string, query?: string): Promise<Page>
  close(): Promise<void>
}

export interface Answer {
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: string
  readonly code?: string
}

export interface Page {
  readonly items: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[]
  readonly total: number
}

/** @param named the made-up company that the world begins with; without it, nobody can call it otherwise */
export async function openedWorld(people = 12, named?: CompanyName): Promise<Opened> {
  let receive: Parameters<typeof listen>[0] = () => {}
  const receiver = await listen((request, response) => receive(request, response))
  const ids = (actor: string) => createSeededIds(1, actor)
  const world = await openLiveWorld({
    kinds: [
      {
        name: 'receiver',
        isKept: false,
        open({ schedule }) {
          const made = createReceiver({ schedule, ids: ids('lark'), publicUrl: receiver.url })
          return { control: made.control, aliases: ['lark'], handle: made.handle, close: () => made.close() }
        },
      },
      { name: 'entra', isKept: false, open: (setup) => createEntraTenant({ ...setup, ids: ids('entra') }) },
      { name: 'jumpcloud', isKept: false, open: (setup) => createJumpCloudOrg({ ...setup, ids: ids('jumpcloud') }) },
      {
        name: 'okta',
        isKept: false,
        open: (setup) => {
          const options = oktaProgram.options.parse({})
          const onFault = (fault: unknown) => {
            throw fault
          }
          return oktaProgram.create({ ...setup, ids: ids('okta'), options, publicUrl: '', onStopped: onFault, onFault })
        },
      },
    ],
    start: START,
    epoch: 'test',
    addresses: new Map([['receiver', 'http://127.0.0.1:4711']]),
    version: '1.2.3',
    ...(named ? { company: named } : {}),
    async fill(programs, name) {
      const company = generateCompany({ seed: 1, people, groups: 2, ...name })
      await programs.get('entra')?.control.verbs.get('load-company')?.run({ company })
      await programs.get('okta')?.control.verbs.get('load-company')?.run({ company })
      await programs.get('jumpcloud')?.control.verbs.get('load-company')?.run({ company, usernames: 'email' })
    },
    onFault: (fault) => {
      throw fault
    },
  })
  receive = world.handleOf('receiver')
  const surface = createLiveSurface(world)
  const server = await listen((request, response) => {
    void surface(request, response).then((done) => done || response.end('other'))
  })
  return openedOver(world, server, receiver)
}

function openedOver(world: OpenedWorld, server: Listening, receiver: Listening): Opened {
  const { url } = server
  return {
    world,
    url,
    async act(name, input = {}) {
      const [program, verb] = name.split('.')
      const response = await fetch(`${url}/_scimulator/${program}/verbs/${verb}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      return { status: response.status, body: Object(await response.json()) }
    },
    async look(name, query = '') {
      const [program, view] = name.split('.')
      return Object(await (await fetch(`${url}/_scimulator/${program}/views/${view}${query}`)).json())
    },
    async close() {
      await Promise.all([server.close(0), receiver.close(0)])
      await world.close()
    },
  }
}
