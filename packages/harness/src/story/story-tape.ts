// Looks on at a run: keeps what goes over its wire as a world that stands does, and reads every view after each step.
import { type Control, VerbError } from '@scimulator/shared/behaviour'
import { createEventHub } from '@scimulator/shared/http'
import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import { createArrivals } from '../live/arrivals.ts'
import type { Effect, ReadEffects } from '../live/effects.ts'
import { struckText } from '../live/live-wire.ts'
import type { StoryChange } from '../live/story-recording.ts'
import { type TrafficItem, wholeItem } from '../live/traffic-item.ts'
import { createTrafficLog } from '../live/traffic-log.ts'
import type { Onlooker } from '../scenario/run-scenario.ts'
import { controlsOf } from '../world/program.ts'
import type { World } from '../world/world.ts'
import { tellsEffects, toldEffects } from './told-effects.ts'
import { changesOf, type ViewState } from './view-changes.ts'

/** A view of more items is left out: it would be read after each step. */
const MOST_ITEMS = 2_000
const MOST_EXCHANGES = 50_000

export interface StoryTape extends Onlooker {
  /** By step, from the first on. */
  readonly steps: readonly Readonly<Record<string, StoryChange>>[]
  wire(): readonly TrafficItem[]
  /** Views that were too large to be read after each step. */
  readonly tooLarge: ReadonlySet<string>
  /** Strikes out the secrets of the run. */
  redact(text: string): string
}

export function createStoryTape(): StoryTape {
  const arrivals = createArrivals()
  const effects = createToldBook()
  const sent: Sent[] = []
  const steps: Record<string, StoryChange>[] = []
  const tooLarge = new Set<string>()
  let state: ViewState = new Map()
  let world: World | undefined
  const traffic = createTrafficLog(createEventHub('story'), MOST_EXCHANGES, {
    effectsOf: async (request) => effects.of(arrivals.namesOf(request)),
    tellsAll: effects.tellsAll,
    faultOf: (request) => (world ? struckText(world.faults, request) : null),
  })
  return {
    tap: {
      arriving: arrivals.arriving,
      // The same promise goes on, so that nothing comes in another order than when no page is looking.
      leaving: (send, sender) => (request) => {
        const answered = send(request)
        void answered.then((exchange) => sent.push({ request, exchange, sender }))
        return answered
      },
    },
    opened(opened) {
      world = opened
      for (const program of opened.programs.values()) {
        const controls = controlsOf(program)
        if (tellsEffects({ controls })) effects.from(toldEffects({ controls }))
      }
    },
    async stepEnded({ controls }) {
      await effects.read()
      for (const { request, exchange, sender } of sent.splice(0))
        await traffic.recording(async () => exchange, sender)(request)
      const next = await readAll(controls, tooLarge)
      steps.push(changesOf(state, next))
      state = next
    },
    steps,
    tooLarge,
    wire: () => traffic.kept().map(wholeItem),
    redact: (text) => world?.secrets.redact(text) ?? text,
  }
}

interface Sent {
  readonly request: ScimRequest
  readonly exchange: Exchange
  readonly sender: string
}

/** What the receiver has told, by the name that it gave the exchange. */
function createToldBook() {
  const sources: ReadEffects[] = []
  const told = new Map<string, Effect[]>()
  return {
    from: (source: ReadEffects): void => void sources.push(source),
    tellsAll: () => sources.length > 0,
    async read(): Promise<void> {
      for (const { exchange, ...effect } of (await Promise.all(sources.map((one) => one()))).flat())
        told.set(exchange, [...(told.get(exchange) ?? []), effect])
    },
    of: (names: readonly string[]): readonly Effect[] => names.flatMap((name) => told.get(name) ?? []),
  }
}

async function readAll(controls: ReadonlyMap<string, Control>, tooLarge: Set<string>): Promise<ViewState> {
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const [program, { views }] of controls) {
    for (const [name, view] of views) {
      const full = `${program}.${name}`
      if (tooLarge.has(full)) continue
      const items = await view.read({}).catch(nothingToRead)
      if (items === undefined) continue
      if (items.length > MOST_ITEMS) tooLarge.add(full)
      else found.set(full, new Map(items.map(({ key, value }) => [key, JSON.stringify(value)])))
    }
  }
  return found
}

/** A view that has to be told what to show, or that has nothing to look at yet. */
function nothingToRead(error: unknown): undefined {
  if (error instanceof VerbError) return undefined
  throw error
}
