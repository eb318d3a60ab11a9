// What the words snapshot and restore have in common: a name, and the programs that are meant.
import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { PROGRAMS } from '../world/programs.ts'
import { isPlainObject } from '../written/plain-object.ts'
import type { RunContext } from './run-context.ts'

export const SnapshotName = z.string().min(1).describe('Name of the snapshot')
export const SnapshotOf = z
  .array(z.enum(PROGRAMS.map(({ name }) => name)))
  .min(1)
  .optional()

export function named(input: string | { readonly name: string; readonly of?: readonly string[] | undefined }) {
  return typeof input === 'string' ? { name: input } : input
}

export function nameIn(input: unknown): unknown {
  return isPlainObject(input) ? input.name : input
}

export function programsIn(input: unknown): readonly string[] | undefined {
  const of = isPlainObject(input) ? input.of : undefined
  return Array.isArray(of) ? of.filter((one) => typeof one === 'string') : undefined
}

export function controlOf(name: string, { world }: RunContext) {
  const program = world.programs.get(name)
  if (!program) throw new VerbError('not-found', `There is no ${name} in this run.`)
  return program.control
}
