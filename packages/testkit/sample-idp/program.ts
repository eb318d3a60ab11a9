// The smallest identity provider: what a further program has to write, and what it gets from the chassis.
import { groupedVerbs } from '@scimulator/shared/behaviour'
import { createControlServer } from '@scimulator/shared/http'
import {
  assembleControl,
  type HostedProgram,
  keptState,
  type ProgramDescriptor,
  type ProgramSetup,
  serveSurfaces,
  withIdCounters,
} from '@scimulator/shared/program'
import { createMemoryStore, folderListeners, openStore, type Store } from '@scimulator/shared/store'
import { z } from 'zod'
import { type Desk, verbsOf, viewsOf } from './control.ts'
import { DATA_VERSION, type SampleChange, SampleState } from './state.ts'

export const sampleProgram: ProgramDescriptor = {
  name: 'sample',
  title: 'The sample',
  given: 'sample',
  options: z.strictObject({}),
  isReceiver: false,
  switches: {},
  quirks: [],
  dataVersions: { 'sample-idp': DATA_VERSION },
  create(setup) {
    const state = new SampleState()
    return assemble(state, createMemoryStore<SampleChange>(state), setup)
  },
  async open(folder, setup) {
    const state = new SampleState()
    return assemble(state, await openStore<SampleChange>(folder, state, folderListeners(setup)), setup)
  },
}

function assemble(
  state: SampleState,
  store: Store<SampleChange>,
  { schedule, ids, send }: ProgramSetup,
): HostedProgram {
  const goOn = (): void => ids.resume(state.counters)
  const counted = (value: SampleState['counters']): SampleChange => ({ kind: 'counters', value })
  const commit = (changes: readonly SampleChange[]) =>
    void store.commit(withIdCounters(changes, ids, state.counters, counted))
  const desk: Desk = { state, send, commit }
  goOn()
  const control = assembleControl({
    name: 'sample',
    verbs: groupedVerbs(desk, verbsOf(desk)),
    views: viewsOf(desk),
    durable: () => store.durable(),
    ...keptState(store, { restored: goOn, emptied: goOn }),
  })
  const handle = serveSurfaces([createControlServer({ control, schedule })], ({ status }) => ({ status }))
  return { control, handle, close: () => store.close() }
}
