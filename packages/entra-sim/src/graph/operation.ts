import type { EntraContext } from '../context.ts'
import type { ODataQuery } from './odata/query.ts'

export type GraphMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One request to the Graph surface, read and found to be addressed to an operation. */
export interface GraphCall {
  readonly context: EntraContext
  readonly method: GraphMethod
  readonly version: 'v1.0' | 'beta'
  /** `https://localhost:8443/v1.0`: what links in answers begin with. */
  readonly root: string
  /** Path below the root, as written, without query. */
  readonly path: string
  /** Values of the template's `{name}` segments, decoded. */
  readonly parameters: Readonly<Record<string, string>>
  readonly query: ODataQuery
  readonly search: string
  readonly body: unknown
  /** What the surface remembers between calls. */
  readonly memory: GraphMemory
}

export interface GraphMemory {
  /** When provision on demand was last asked for, milliseconds; Graph allows five calls in ten seconds. */
  onDemandAt: readonly number[]
}

export interface GraphAnswer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Operation {
  readonly method: GraphMethod
  /** `/users/{user}/manager/$ref` */
  readonly template: string
  readonly handle: (call: GraphCall) => GraphAnswer | Promise<GraphAnswer>
}

export function operation(method: GraphMethod, template: string, handle: Operation['handle']): Operation {
  return { method, template, handle }
}

export const NO_CONTENT: GraphAnswer = { status: 204 }

/** A parameter that the template has; a template without it is our own mistake. */
export function parameter(call: GraphCall, name: string): string {
  const value = call.parameters[name]
  if (value === undefined) throw new Error(`The operation ${call.method} ${call.path} has no parameter {${name}}`)
  return value
}
