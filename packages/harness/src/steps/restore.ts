// Going back to a backup.
import { VerbError } from '@scimulator/shared/behaviour'
import { suggest } from '@scimulator/shared/nearest'
import { z } from 'zod'
import { defineHarnessVerb } from './harness-verb.ts'
import { controlOf, named, nameIn, programsIn, SnapshotName, SnapshotOf } from './snapshot-input.ts'

const RECEIVER = 'receiver'

export const restoreVerb = defineHarnessVerb({
  name: 'restore',
  describes: 'Sets the programs of a snapshot back to it, as from a backup: clocks and the other programs go on.',
  input: z.union([
    SnapshotName,
    z.strictObject({
      name: SnapshotName,
      of: SnapshotOf.describe('Programs that are set back; all of the snapshot when left out'),
    }),
  ]),
  asks: (input) => programsIn(input) ?? [RECEIVER],
  backup: (input) => ({ name: nameIn(input), isMade: false }),
  run(input, context) {
    const { name, of } = named(input)
    const kept = context.snapshots.get(name)
    if (!kept) throw unknown(`snapshot "${name}"`, name, context.snapshots.keys())
    for (const program of of ?? kept.keys()) {
      if (!kept.has(program)) throw unknown(`"${program}" in the snapshot "${name}"`, program, kept.keys())
      controlOf(program, context)
      context.world.restore(program, kept.get(program))
    }
    return {}
  },
})

function unknown(what: string, name: string, known: Iterable<string>): VerbError {
  return new VerbError('not-found', `restore: there is no ${what}. ${suggest(name, known)}`)
}
