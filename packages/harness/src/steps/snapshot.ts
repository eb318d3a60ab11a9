import { VerbError } from '@scimulator/shared/behaviour'
import { suggest } from '@scimulator/shared/nearest'
import { z } from 'zod'
import { defineHarnessVerb } from './harness-verb.ts'
import type { RunContext } from './run-context.ts'

const RECEIVER = 'receiver'
const Name = z.string().min(1).describe('Name of the snapshot')

export const snapshot = defineHarnessVerb({
  name: 'snapshot',
  describes: 'Keeps what the receiver holds now, as a backup does',
  input: Name,
  asks: () => RECEIVER,
  run(name, context) {
    context.snapshots.set(name, controlOf(context).snapshot())
    return {}
  },
})

export const restore = defineHarnessVerb({
  name: 'restore',
  describes: 'Sets the receiver back to a snapshot, as from a backup: clocks and identity providers go on',
  input: Name,
  asks: () => RECEIVER,
  run(name, context) {
    const kept = context.snapshots.get(name)
    if (kept === undefined) {
      throw new VerbError(
        'not-found',
        `restore: there is no snapshot "${name}". ${suggest(name, context.snapshots.keys())}`,
      )
    }
    controlOf(context).restore(kept)
    return {}
  },
})

function controlOf({ world }: RunContext) {
  const program = world.programs.get(RECEIVER)
  if (!program) throw new VerbError('not-found', 'There is no receiver in this run.')
  return program.control
}
