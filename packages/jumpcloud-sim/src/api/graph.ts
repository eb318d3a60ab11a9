// The graph of API V2: edges ("connections") and traversals ("objects with paths").
import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { AssociationTarget } from '../state/change.ts'

type Json = Readonly<Record<string, unknown>>

/** `{"op":"add","type":"user","id":"…"}`. */
export const GraphOperation = z.object({
  op: z.enum(['add', 'remove', 'update']),
  type: z.string(),
  id: z.string(),
})
export type GraphOperation = z.infer<typeof GraphOperation>

export function connection(type: string, id: string): Json {
  return { to: { type, id, attributes: {} }, attributes: {} }
}

/** An object with the ways that lead to it, each a list of edges. */
export function reached(type: string, id: string, paths: readonly (readonly Json[])[]): Json {
  return { type, id, paths, compiledAttributes: {} }
}

/** Which targets a list of associations is asked for; it must be said. */
export function readTargets(query: URLSearchParams, allowed: readonly string[]): string {
  const targets = query.get('targets') ?? ''
  if (allowed.includes(targets)) return targets
  throw new VerbError('invalid', `targets must be one of ${allowed.join(', ')}, and was "${targets}"`)
}

export function readTarget({ type, id }: GraphOperation): AssociationTarget {
  if (type === 'user' || type === 'user_group') return { type, id }
  throw new VerbError('invalid', `An application is associated with a user or a user_group, not with "${type}"`)
}
