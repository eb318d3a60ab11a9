// Graph's paths are OData's: a key may stand in brackets (`servicePrincipals(appId='…')`, `objectConnections('…')`), which
// path-pattern routers cannot express. Bracketed keys are turned into segments of their own before they are matched.
import { badRequest } from './graph-error.ts'
import type { Operation } from './operation.ts'

export interface Route {
  readonly operation: Operation
  readonly parameters: Readonly<Record<string, string>>
}

export type Routing = Route | { readonly allowed: readonly string[] } | undefined

export interface Router {
  /** The operation, or which methods the path has, or undefined for an unknown path. */
  route(method: string, path: string): Routing
}

export function createRouter(operations: readonly Operation[]): Router {
  const compiled = operations.map((operation) => ({ operation, segments: operation.template.split('/').slice(1) }))
  return {
    route(method, path) {
      const actual = segmentsOf(path)
      const fitting = compiled
        .map(({ operation, segments }) => ({
          operation,
          parameters: match(segments, actual),
          fixed: fixedOf(segments),
        }))
        .filter((candidate) => candidate.parameters !== undefined)
        .sort((a, b) => b.fixed - a.fixed)
      const hit = fitting.find(({ operation }) => operation.method === method)
      if (hit?.parameters) return { operation: hit.operation, parameters: hit.parameters }
      return fitting.length > 0 ? { allowed: fitting.map(({ operation }) => operation.method) } : undefined
    },
  }
}

/** `/servicePrincipals(appId='x')/synchronization` is `['servicePrincipals', "appId='x'", 'synchronization']`. */
export function segmentsOf(path: string): readonly string[] {
  const parts = path.split('/').filter((part) => part !== '')
  return parts.flatMap((part) => {
    const text = decodeSegment(part)
    const keyed = /^([\w.$]+)\((.+)\)$/s.exec(text)
    return keyed?.[1] && keyed[2] ? [keyed[1], unquoted(keyed[2])] : [text]
  })
}

function decodeSegment(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw badRequest(`The path segment '${part}' is not percent-encoded UTF-8.`)
  }
}

function unquoted(key: string): string {
  return /^'.*'$/s.test(key) ? key.slice(1, -1).replaceAll("''", "'") : key
}

/** How many segments are words; the template with most of them wins, so `/users/delta` is not a user named delta. */
function fixedOf(segments: readonly string[]): number {
  return segments.filter((segment) => !segment.startsWith('{')).length
}

/** Actions and functions may carry their namespace (OData 4.01 URL conventions §4.5): `microsoft.graph.restart`. */
function isWord(segment: string, value: string): boolean {
  const [wanted, given] = [segment.toLowerCase(), value.toLowerCase()]
  return given === wanted || given === `microsoft.graph.${wanted}`
}

function match(segments: readonly string[], actual: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (segments.length !== actual.length) return undefined
  const parameters: [string, string][] = []
  for (const [index, segment] of segments.entries()) {
    const value = actual[index] ?? ''
    if (segment.startsWith('{')) parameters.push([segment.slice(1, -1), value])
    else if (!isWord(segment, value)) return undefined
  }
  return Object.fromEntries(parameters)
}
