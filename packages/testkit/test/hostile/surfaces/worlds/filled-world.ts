// A program of the list, filled as tests fill it; what it sends goes to a receiver in this process.
import { createReceiver } from '@scimulator/receiver'
import { handlerSend } from '@scimulator/shared/http'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, MINUTE_MS } from '@scimulator/shared/runtime'
import { setupOf } from '../../../../src/fill.ts'
import { TESTED_PROGRAMS } from '../../../../src/tested-programs.ts'
import { askHandler } from '../ask-handler.ts'
import { rowsOf, type World } from '../world.ts'

const START = Date.parse('2026-01-05T08:00:00Z')
const TARGET = { url: 'http://receiver.scimulator.test/scim/v2', token: 'secret' }

/** Views whose items stand in requests, each under a letter of its own. */
export type NamedViews = Readonly<Record<string, { readonly view: string; readonly member?: string }>>

export async function filledWorld(name: string, namedViews: NamedViews): Promise<World> {
  const tested = TESTED_PROGRAMS.find((one) => one.name === name)
  if (!tested) throw new Error(`There is no program ${name}.`)
  const descriptor = await tested.load()
  const schedule = createVirtualSchedule(START)
  const faults: unknown[] = []
  const target = createReceiver({
    ...{ profile: 'rfc', schedule, ids: createSeededIds(2, 'target') },
    sources: [{ token: TARGET.token }],
  })
  const send = handlerSend(target.scim, schedule.now)
  const onFault = (fault: unknown): void => void faults.push(fault instanceof Error ? fault.stack : fault)
  const program = descriptor.create({ ...setupOf(descriptor, { schedule, send }), onFault })
  const { control } = program
  const keys = async (view: string) => ((await control.views.get(view)?.read({})) ?? []).map(({ key }) => key)
  await tested.fill({
    ...{ program, schedule, target: TARGET, keys },
    act: async (verb, input = {}) => control.verbs.get(verb)?.run(input),
    wait: async (minutes) => void (await schedule.advanceTo(schedule.now() + minutes * MINUTE_MS)),
  })
  const signedIn = (await program.signIn?.(sendTo(program.handle), 'http://localhost')) ?? []
  await control.idle()
  const [own, theirs] = [control.snapshot(), target.snapshot()]
  return {
    ...{ handle: program.handle, control, signedIn, faults, names: await namesOf(control, namedViews) },
    ...(descriptor.prepareServer ? { prepareServer: (server) => descriptor.prepareServer?.(server) } : {}),
    ask: (asked) => askHandler(program.handle, asked),
    rows: () => rowsOf(control.snapshot()),
    idle: () => control.idle(),
    async reset() {
      await control.idle()
      control.restore(own)
      target.restore(theirs)
      await control.idle()
    },
    async close() {
      await program.close()
      await target.close()
    },
  }
}

async function namesOf({ views }: World['control'], namedViews: NamedViews): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const [letter, { view, member }] of Object.entries(namedViews)) {
    const items = (await views.get(view)?.read({})) ?? []
    for (const [index, { key, value }] of items.slice(0, 10).entries())
      names.set(`${letter}ID${index}`, String(member === undefined ? key : value[member]))
  }
  return names
}

function sendTo(handle: World['handle']): Send {
  return async (request) => {
    const { method, url, headers, body } = request
    const { pathname, search } = new URL(url)
    const lowered = headers.map(([name, value]) => [name.toLowerCase(), value] as const)
    const asked = { method, target: `${pathname}${search}`, headers: [['host', 'localhost'] as const, ...lowered] }
    const answer = await askHandler(handle, { ...asked, ...(body === undefined ? {} : { body }) })
    return { request, startedAt: 0, durationMs: 0, response: { status: answer.status, headers: [], body: answer.body } }
  }
}
