// JSON with the place of everything in it. YAML's parser reads it, for JSON is YAML; what is YAML and not JSON is refused.
import { MOST_LEVELS, tooDeepAt } from '@scimulator/harness/scenario'
import {
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

/** A place in a text, both from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A JSON value that knows where its parts stand, or the first error with its place. */
export type PlacedJson =
  | {
      readonly ok: true
      readonly value: unknown
      /** Place of the value at a path, or of the nearest enclosing value that exists. */
      readonly placeOf: (path: readonly PropertyKey[]) => Place
    }
  | { readonly ok: false; readonly message: string; readonly place: Place }

interface Problem {
  readonly message: string
  readonly at: number
}

/** Parses JSON strictly (RFC 8259). `JSON.parse` alone tells places in a different way in every version of Node.js. */
export function parseJsonWithPlaces(text: string): PlacedJson {
  const lineCounter = new LineCounter()
  const deep = tooDeepAt(text)
  if (deep !== undefined) return { ok: false, message: `It is nested deeper than ${MOST_LEVELS} levels.`, place: deep }
  const document = parseDocument(text, { lineCounter, prettyErrors: false, strict: true, merge: false })
  const place = (at: number): Place => {
    const { line, col } = lineCounter.linePos(at)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const [syntax] = document.errors
  const problem = syntax ? { message: `${syntax.message}.`, at: syntax.pos[0] } : notJson(document.contents, text)
  if (problem) return { ok: false, message: problem.message, place: place(problem.at) }
  const bare = text.replace(/^\uFEFF/, '')
  // What is left are comments and marks of documents.
  if (!isJson(bare)) return { ok: false, message: 'This is YAML, not JSON.', place: place(0) }
  return { ok: true, value: JSON.parse(bare), placeOf: (path) => place(startOf(document.contents, path)) }
}

/** The first thing that YAML knows and JSON does not. */
function notJson(root: unknown, text: string): Problem | undefined {
  let found: Problem | undefined
  const tell = (problem: Problem | undefined) => {
    found = problem
    return problem && visit.BREAK
  }
  if (root === null) return { message: 'The text ends where a value is needed.', at: 0 }
  visit(root as Node, {
    Alias: (_, { range }) => tell({ message: 'Expected a value.', at: range?.[0] ?? 0 }),
    Collection: (_, node) => tell(oddCollection(node, text)),
    Scalar: (key, node) => tell(oddScalar(key === 'key', node, text)),
  })
  return found
}

function oddCollection({ flow, range, items, tag, anchor }: YAMLMap | YAMLSeq, text: string): Problem | undefined {
  const [start, end] = range ?? [0, 0]
  if (!flow || anchor !== undefined || (tag ?? '').startsWith('!')) return { message: 'Expected a value.', at: start }
  const alone = items.find((item) => isPair(item) && item.value === null)
  if (isPair(alone)) return { message: 'Expected a colon and a value.', at: rangeOf(alone.key)?.[1] ?? start }
  const last = items.at(-1)
  const lastRange = rangeOf(isPair(last) ? (last.value ?? last.key) : last)
  const comma = lastRange ? text.slice(lastRange[1], end).indexOf(',') : -1
  if (comma >= 0) return { message: 'Expected a value after the comma.', at: (lastRange?.[1] ?? 0) + comma }
  return undefined
}

function oddScalar(isKey: boolean, node: Scalar, text: string): Problem | undefined {
  const [start, end] = node.range ?? [0, 0]
  const source = text.slice(start, end)
  if (isKey && !source.startsWith('"')) return { message: 'Expected a name in double quotes.', at: start }
  if (isJson(source)) return undefined
  if (source === '') return { message: 'Expected a value.', at: start }
  return {
    message: source.startsWith('"') ? 'This text has a bad escape or a line break in it.' : 'Expected a value.',
    at: start,
  }
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source)
    return true
  } catch {
    return false
  }
}

function startOf(root: unknown, path: readonly PropertyKey[]): number {
  let [at] = rangeOf(root) ?? [0]
  let node = root
  for (const step of path) {
    node = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && key.value === String(step))?.value
      : (node as { items?: readonly unknown[] } | undefined)?.items?.[Number(step)]
    const range = rangeOf(node)
    if (!range) return at
    at = range[0]
  }
  return at
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  return (node as { range?: readonly [number, number, number] | null } | null | undefined)?.range ?? undefined
}
