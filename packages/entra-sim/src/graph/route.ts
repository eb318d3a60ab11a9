// Graph's paths are OData's: a key may stand in brackets (`servicePrincipals(appId='…')`, `objectConnections('…')`), which
// path-pattern routers cannot express. Bracketed keys are turned into segments of their own before they are matched.
import { type FoundOperation, operationTable } from '@scimulator/shared/http'
import { badRequest } from './graph-error.ts'
import type { Operation } from './operation.ts'

export interface Router {
  /** The operation, or which methods the path has, or undefined for an unknown path. */
  route(method: string, path: string): FoundOperation<Operation> | { readonly allowed: readonly string[] } | undefined
}

export function createRouter(operations: readonly Operation[]): Router {
  const table = operationTable(operations, { isWord })
  return { route: (method, path) => table.find(method, segmentsOf(path)) }
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

/** Actions and functions may carry their namespace (OData 4.01 URL conventions §4.5): `microsoft.graph.restart`. */
function isWord(segment: string, value: string): boolean {
  const [wanted, given] = [segment.toLowerCase(), value.toLowerCase()]
  return given === wanted || given === `microsoft.graph.${wanted}`
}
