import { z } from 'zod'
import type { Verb, View } from '../behaviour/index.ts'
import { createControlServer } from '../http/index.ts'
import type { HeaderList } from '../provisioning/index.ts'
import { createMemoryStore, folderListeners, openStore, type Store, type Stream } from '../store/index.ts'
import { assembleControl } from './assemble-control.ts'
import type { ProgramDescriptor } from './descriptor.ts'
import type { HostedProgram, ProgramSetup } from './hosted-program.ts'
import { keptState, withIdCounters } from './kept-state.ts'
import { type KeyedChange, KeyedState, type Kinds } from './keyed-state.ts'
import { type Surface, serveSurfaces } from './serve-surfaces.ts'
import { switchesType } from './switches-type.ts'

/** What the words of a program work with. */
export interface Desk<Known extends Kinds>
  extends Pick<ProgramSetup, 'schedule' | 'ids' | 'send' | 'options' | 'isTheirs'> {
  readonly state: Pick<KeyedState<Known>, 'all' | 'get'>
  /** Puts a value as one step, or takes it away. */
  put<Kind extends keyof Known & string>(kind: Kind, key: string, value: Known[Kind] | null): void
  /** Several values as one step: all of them or none. */
  commit(changes: readonly KeyedChange<Known>[]): void
  /** Resolves when all that was committed is durable. */
  durable(): Promise<void>
  /** A log of its own, kept beside the values. */
  stream<Entry>(name: string): Stream<Entry>
}

/** What is a program's own. */
export interface ProgramWords {
  readonly verbs: readonly Verb[]
  readonly views: readonly View[]
  /** Interfaces beside the control surface. */
  readonly surfaces?: readonly Surface[]
  /** Of a program that works by itself: takes up what the state says is to do, at the start and after the state has become another. */
  resume?(): void
  /** Nothing goes on by itself without it. */
  idle?(): Promise<void>
  /** Headers with which its owner's scripts call its interfaces. */
  signIn?(): Promise<HeaderList>
  /** Starts nothing more. */
  close?(): Promise<void>
}

type OwnFacts = Pick<ProgramDescriptor, 'name' | 'title'> & Partial<Omit<ProgramDescriptor, 'create' | 'open'>>

/**
 * A program whose state is values by key: its journal, folder, counters of ids, control and answers are the chassis's. One with indexes,
 * timers or a journal of its own puts the same parts together itself.
 */
export function defineProgram<Known extends Kinds>(
  facts: OwnFacts & { readonly dataVersion: number },
  wordsOf: (desk: Desk<Known>) => ProgramWords,
): ProgramDescriptor {
  const { dataVersion, ...own } = facts
  type State = KeyedState<Known & CountersKind>
  const stateOf = (): State => new KeyedState(own.name, dataVersion)
  const host = (state: State, store: Store<KeyedChange<Known & CountersKind>>, setup: ProgramSetup) =>
    hosted(own.name, { state, store, setup }, wordsOf)
  return {
    given: own.name,
    options: z.strictObject({ switches: switchesType(own.switches ?? {}) }),
    isReceiver: false,
    switches: {},
    quirks: [],
    fidelity: async () => ({}),
    dataVersions: { [own.name]: dataVersion },
    create(setup) {
      const state = stateOf()
      return host(state, createMemoryStore(state), setup)
    },
    async open(folder, setup) {
      const state = stateOf()
      return host(state, await openStore(folder, state, folderListeners(setup)), setup)
    },
    ...own,
  }
}

/** Seeded ids go on where they stopped. */
const COUNTERS = 'counters'
type CountersKind = { readonly [Kind in typeof COUNTERS]: Readonly<Record<string, number>> }

interface Kept<Known extends Kinds> {
  readonly state: KeyedState<Known & CountersKind>
  readonly store: Store<KeyedChange<Known & CountersKind>>
  readonly setup: ProgramSetup
}

function hosted<Known extends Kinds>(
  name: string,
  { state, store, setup }: Kept<Known>,
  wordsOf: (desk: Desk<Known>) => ProgramWords,
): HostedProgram {
  type Change = KeyedChange<Known & CountersKind>
  const { schedule, ids } = setup
  const counters = () => state.get(COUNTERS, '') ?? {}
  const count = (): void => ids.resume(counters())
  // The kinds are the program's own, which the union of all changes has.
  const commit = (changes: readonly object[]): void =>
    void store.commit(
      withIdCounters(changes as readonly Change[], ids, counters(), (given) => counted(given) as Change),
    )
  const desk: Desk<Known> = {
    ...{ ...setup, state, commit, durable: () => store.durable(), stream: (named) => store.stream(named) },
    put: (kind, key, value) => commit([{ kind, key, value }]),
  }
  count()
  const words = wordsOf(desk)
  const { verbs, views, surfaces = [] } = words
  const goOn = (): void => {
    count()
    words.resume?.()
  }
  words.resume?.()
  const kept = keptState(store, { restored: goOn, emptied: goOn })
  const idle = async (): Promise<void> => words.idle?.()
  const control = assembleControl({ name, verbs, views, durable: () => store.durable(), idle, ...kept })
  const handle = serveSurfaces([createControlServer({ control, schedule }), ...surfaces], ({ status }) => ({ status }))
  const leave = schedule.addActor(name, idle)
  const close = async (): Promise<void> => {
    await words.close?.()
    leave()
    await store.close()
  }
  return { control, handle, close, ...(words.signIn ? { signIn: () => words.signIn?.() ?? Promise.resolve([]) } : {}) }
}

function counted(value: CountersKind[typeof COUNTERS]): KeyedChange<CountersKind> {
  return { kind: COUNTERS, key: '', value }
}
