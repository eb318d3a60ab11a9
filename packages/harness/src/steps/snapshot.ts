// Backups of programs.
import { z } from 'zod'
import { defineHarnessVerb } from './harness-verb.ts'
import { controlOf, named, nameIn, programsIn, SnapshotName, SnapshotOf } from './snapshot-input.ts'

const RECEIVER = 'receiver'

export const snapshotVerb = defineHarnessVerb({
  name: 'snapshot',
  describes: 'Keeps what the receiver holds now, as a backup does, or what other programs do.',
  input: z.union([
    SnapshotName,
    z.strictObject({
      name: SnapshotName,
      of: SnapshotOf.describe('Programs whose state is kept; the receiver when left out'),
    }),
  ]),
  asks: (input) => programsIn(input) ?? [RECEIVER],
  backup: (input) => ({ name: nameIn(input), isMade: true }),
  run(input, context) {
    const { name, of = [RECEIVER] } = named(input)
    context.snapshots.set(name, new Map(of.map((one) => [one, controlOf(one, context).snapshot()])))
    return {}
  },
})
