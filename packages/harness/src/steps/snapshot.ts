// Backups of programs, and going back to one.
import { VerbError } from '@scimulator/shared/behaviour'
import { suggest } from '@scimulator/shared/nearest'
import { z } from 'zod'
import { PROGRAMS } from '../world/programs.ts'
import { isPlainObject } from '../written/plain-object.ts'
import { defineHarnessVerb } from './harness-verb.ts'
import type { RunContext } from './run-context.ts'

const RECEIVER = 'receiver'
const Name = z.string().min(1).describe('Name of the snapshot')
const Of = z
  .array(z.enum(PROGRAMS.map(({ name }) => name)))
  .min(1)
  .optional()

export const snapshot = defineHarnessVerb({
  name: 'snapshot',
  describes: 'Keeps what the receiver holds now, as a backup does, or what other programs do.',
  input: z.union([
    Name,
    z.strictObject({ name: Name, of: Of.describe('Programs whose state is kept; the receiver when left out') }),
  ]),
  asks: (input) => programsIn(input) ?? [RECEIVER],
  run(input, context) {
    const { name, of = [RECEIVER] } = named(input)
    context.snapshots.set(name, new Map(of.map((one) => [one, controlOf(one, context).snapshot()])))
    return {}
  },
})

export const restore = defineHarnessVerb({
  name: 'restore',
  describes: 'Sets the programs of a snapshot back to it, as from a backup: clocks and the other programs go on.',
  input: z.union([
    Name,
    z.strictObject({ name: Name, of: Of.describe('Programs that are set back; all of the snapshot when left out') }),
  ]),
  asks: (input) => programsIn(input) ?? [RECEIVER],
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

function named(input: string | { readonly name: string; readonly of?: readonly string[] | undefined }) {
  return typeof input === 'string' ? { name: input } : input
}

function programsIn(input: unknown): readonly string[] | undefined {
  const of = isPlainObject(input) ? input.of : undefined
  return Array.isArray(of) ? of.filter((one) => typeof one === 'string') : undefined
}

function unknown(what: string, name: string, known: Iterable<string>): VerbError {
  return new VerbError('not-found', `restore: there is no ${what}. ${suggest(name, known)}`)
}

function controlOf(name: string, { world }: RunContext) {
  const program = world.programs.get(name)
  if (!program) throw new VerbError('not-found', `There is no ${name} in this run.`)
  return program.control
}
