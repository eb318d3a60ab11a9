// A recording answers as a server would, as of a step: from memory, and with nothing that could be done.
import { pageOf } from './page-of.ts'
import { answeredWords } from './recorded-words.ts'
import { ControlError, type Item, type Page, type Source, type ViewName, type ViewQuery, type Views } from './source.ts'

export type StoryRecording = Views['world.recording']
type AnyItem = Item<Readonly<Record<string, unknown>>>
type ViewItems = ReadonlyMap<string, readonly AnyItem[]>

export interface RecordingReader {
  /** @param step from 1 on */
  at(step: number): Source
}

export function readRecording(recording: StoryRecording): RecordingReader {
  const states = statesOf(recording)
  return { at: (step) => sourceAt(step, states[step - 1] ?? new Map(), recording) }
}

/** What every view shows after each step. A view that a step has not changed is the same list. */
function statesOf({ steps }: StoryRecording): readonly ViewItems[] {
  let before: ViewItems = new Map()
  return steps.map(({ views }) => {
    const after = new Map(before)
    for (const [name, change] of Object.entries(views)) after.set(name, changed(before.get(name) ?? [], change))
    before = after
    return after
  })
}

type Change = StoryRecording['steps'][number]['views'][string]

function changed(before: readonly AnyItem[], { set, gone, order }: Change): readonly AnyItem[] {
  const items = new Map(before.map(({ key, value }) => [key, value]))
  for (const key of gone) items.delete(key)
  for (const [key, value] of Object.entries(set)) items.set(key, value)
  const keys = order ?? [...items.keys()]
  return keys.flatMap((key) => {
    const value = items.get(key)
    return value ? [{ key, value }] : []
  })
}

function sourceAt(step: number, views: ViewItems, recording: StoryRecording): Source {
  const read = (name: string): readonly AnyItem[] => views.get(name) ?? ofWorld(name, step, recording)
  return {
    kind: 'recording',
    moment: `step ${step}`,
    async page<Name extends ViewName>(name: Name, query: ViewQuery) {
      // Words that leave something out of what there is: a recording has all of it.
      const { whole: _, members: __, ...asked } = query
      // The items are those of the view; its name says what they are made of.
      const { items, rest } = answeredWords(name, read(name), asked)
      return pageOf(items, rest) as unknown as Page<Views[Name]>
    },
    async item<Name extends ViewName>(name: Name, key: string) {
      const found = read(name).find((one) => one.key === key)
      if (!found) throw new ControlError('not-found', `There is no "${key}" at this step of the recording.`)
      return found as unknown as Item<Views[Name]>
    },
    verbs: async () => [],
    async act(name) {
      throw new ControlError('refused', `This is a recording: ${name} cannot be carried out in it.`)
    },
  }
}

/** Views of the world itself: the wire up to the step, and what time it was. */
function ofWorld(name: string, step: number, recording: StoryRecording): readonly AnyItem[] {
  if (name === 'world.traffic') return wireUntil(recording, step).map((one) => ({ key: String(one.seq), value: one }))
  if (name === 'world.happenings')
    return happeningsUntil(recording, step).map((value, at) => ({ key: String(at), value }))
  if (name !== 'world.clock') return []
  const now = recording.steps[step - 1]?.at ?? ''
  return [{ key: 'clock', value: { now, virtual: true, advancingTo: null, nextDue: null, next: [] } }]
}

/** Exchanges of the steps up to this one. */
export function wireUntil({ wire, steps }: StoryRecording, step: number): StoryRecording['wire'] {
  const to = steps[step - 1]?.exchanges.to ?? 0
  return to === wire.length ? wire : wire.filter(({ seq }) => seq <= to)
}

/** What was no exchange in the steps up to this one, between the numbers of the exchanges. */
export function happeningsUntil({ steps }: StoryRecording, step: number): readonly Views['world.happenings'][] {
  return steps.slice(0, step).flatMap(({ happenings }) => happenings)
}
