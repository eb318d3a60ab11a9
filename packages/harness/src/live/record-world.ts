// A world that stands as a story of one step: a part of its wire, and what its views show now.
import { VerbError } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import type { Assembly } from './assembly.ts'
import type { Happening } from './happenings/happening.ts'
import { keptHappenings } from './happenings/kept-happenings.ts'
import { PLACES } from './people/places.ts'
import type { StoryChange, StoryRecording } from './story-recording.ts'
import { type TrafficItem, wholeItem } from './traffic-item.ts'
import type { KeptExchange } from './traffic-log.ts'

/** Views of more items are left out: nobody reads so many in a file. */
const MOST_ITEMS = 2_000
/** As many as a story has. */
const MOST_EXCHANGES = 50_000

export interface WireRange {
  readonly from: number
  readonly to: number
  readonly title: string
}

/** @param isForeign whether what answers is somebody's own endpoint, whose accounts are nobody else's business */
export async function recordWorld(
  assembly: Assembly,
  { from, to, title }: WireRange,
  isForeign: boolean,
): Promise<StoryRecording> {
  const held = from > 0 ? assembly.traffic.near({ after: from - 1 }, MOST_EXCHANGES) : assembly.traffic.kept()
  const kept = held.filter(({ head: { seq } }) => seq >= from && seq <= to)
  const whole = kept.map((one, at) => ({ ...wholeItem(one), seq: at + 1 }))
  const wire = isForeign ? whole.map(withoutTheirs) : whole
  const step = {
    n: 1,
    title,
    says: `${wire.length} exchanges, and the directories as they were when this file was made.`,
    program: '',
    verb: 'note',
    input: {},
    at: isoTime(assembly.schedule.now()),
    outcome: 'passed' as const,
    exchanges: { from: 1, to: wire.length },
    expectations: [],
    happenings: [...betweenThem(assembly, kept, { from, to })],
    views: await readAll(assembly, isForeign),
  }
  const story = { id: 'wire', title, text: '', source: '' }
  return {
    version: 1,
    story,
    company: '',
    outcome: '',
    steps: [step],
    wire,
    ...(isForeign ? { leftOut: LEFT_OUT } : {}),
  }
}

/** Each between the exchanges that it happened between, by their numbers in the file. */
function betweenThem(
  assembly: Assembly,
  kept: readonly KeptExchange[],
  { from, to }: Pick<WireRange, 'from' | 'to'>,
): readonly Happening[] {
  return keptHappenings(assembly)
    .filter(({ seq }) => seq >= from && seq <= to)
    .map((one) => ({ ...one, seq: kept.filter(({ head }) => head.seq < one.seq).length + 0.5 }))
}

const LEFT_OUT = 'What the endpoint has answered is left out: it may tell of accounts that are not of this simulation.'

/** What was sent is ours; an answer may be about anybody, and so may the name that was read in it. */
function withoutTheirs(one: TrafficItem): TrafficItem {
  const { response, subject, method, name } = one
  return {
    ...one,
    name: subject?.name ?? (method === 'GET' ? null : name),
    ...(response ? { response: { headers: [], body: null } } : {}),
  }
}

/** Who is at our own identity providers: logs tell of answers as well. */
const OURS: ReadonlySet<string> = new Set(
  PLACES.flatMap(({ kind, program, view }) =>
    program !== 'receiver' && (kind === 'person' || kind === 'group') ? [`${program}.${view}`] : [],
  ),
)

async function readAll({ programs }: Assembly, isForeign: boolean): Promise<Record<string, StoryChange>> {
  const found: Record<string, StoryChange> = {}
  for (const { control, aliases = [] } of programs.values()) {
    for (const [name, view] of control.views) {
      if (isForeign && !OURS.has(`${control.name}.${name}`)) continue
      const items = await view.read({}).catch(nothingToRead)
      if (items === undefined || items.length > MOST_ITEMS) continue
      const set = Object.fromEntries(items.map(({ key, value }) => [key, { ...value }]))
      for (const program of [control.name, ...aliases])
        found[`${program}.${name}`] = { set, gone: [], order: items.map(({ key }) => key) }
    }
  }
  return found
}

/** A view that has to be told what to show. */
function nothingToRead(error: unknown): undefined {
  if (error instanceof VerbError) return undefined
  throw error
}
