// A program of its own world, filled: a virtual clock, ids from a seed, and a receiver that listens for what it sends.
import { createReceiver } from '@scimulator/receiver'
import { VerbError } from '@scimulator/shared/behaviour'
import { createSender } from '@scimulator/shared/http'
import type { HostedProgram, ProgramDescriptor, ProgramSetup } from '@scimulator/shared/program'
import { createSeededIds, createVirtualSchedule, MINUTE_MS, type Schedule } from '@scimulator/shared/runtime'
import type { TestedProgram } from './tested-program.ts'

const START = Date.parse('2026-01-05T08:00:00Z')

const AWAY = { kind: 'connection', message: 'The target is away' } as const

export interface Filled {
  readonly descriptor: ProgramDescriptor
  readonly program: HostedProgram
  readonly schedule: Schedule
  close(): Promise<void>
}

/** @param folder where it is kept; in memory without it */
export async function fill(tested: TestedProgram, folder?: string): Promise<Filled> {
  const descriptor = await tested.load()
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }] })
  const { url } = await receiver.listen()
  const schedule = createVirtualSchedule(START)
  const sender = createSender({ clock: schedule, allowedOrigins: new Set([url]) })
  const setup = setupOf(descriptor, { schedule, send: sender.send })
  const program = folder === undefined ? descriptor.create(setup) : await descriptor.open(folder, setup)
  const { verbs, views } = program.control
  await tested.fill({
    ...{ program, schedule, target: { url: `${url}/scim/v2`, token: 'secret' } },
    act: async (verb, input = {}) => {
      const known = verbs.get(verb)
      if (!known) throw new Error(`${tested.name} has no verb ${verb}`)
      return known.run(input)
    },
    keys: async (view) => ((await views.get(view)?.read({})) ?? []).map(({ key }) => key),
    wait: async (minutes) => void (await schedule.advanceTo(schedule.now() + minutes * MINUTE_MS)),
  })
  return {
    ...{ descriptor, program, schedule },
    async close() {
      await program.close()
      await sender.close()
      await receiver.close()
    },
  }
}

/** What a host gives; without `send` the target is away. */
export function setupOf(
  descriptor: ProgramDescriptor,
  given: Partial<Pick<ProgramSetup, 'schedule' | 'send'>> = {},
): ProgramSetup {
  return {
    schedule: createVirtualSchedule(START),
    ids: createSeededIds(1, descriptor.actor ?? descriptor.name),
    send: async (request) => ({ ...{ request, startedAt: START, durationMs: 0 }, failure: AWAY }),
    publicUrl: 'http://receiver.scimulator.test',
    options: descriptor.options.parse({}),
    ...given,
  }
}

export type Shown = Readonly<Record<string, readonly unknown[]>>

/** Everything that the program shows, as it goes over the wire. A view that asks for more than is there shows nothing. */
export async function shownBy({ control }: HostedProgram): Promise<Shown> {
  const shown: Record<string, readonly unknown[]> = {}
  for (const [name, view] of control.views) {
    const items = await view.read({}).catch((error: unknown) => {
      if (error instanceof VerbError) return []
      throw error
    })
    shown[name] = JSON.parse(JSON.stringify(items))
  }
  return shown
}
