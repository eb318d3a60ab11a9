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

interface State {
  readonly text: string
  at: number
  depth: number
  readonly places: Map<string, number>
  error: { readonly message: string; readonly offset: number } | null
}

const deepest = 200

/** Parses JSON strictly (RFC 8259). The engine's own parser tells places in a different way in every version. */
export function parseJsonWithPlaces(text: string): PlacedJson {
  const state: State = { text, at: text.startsWith('\uFEFF') ? 1 : 0, depth: 0, places: new Map(), error: null }
  const value = readValue(state, [])
  skipSpace(state)
  if (state.error === null && state.at < text.length) fail(state, 'Nothing may follow the value.')
  if (state.error !== null) {
    return { ok: false, message: state.error.message, place: placeAt(text, state.error.offset) }
  }
  return { ok: true, value, placeOf: (path) => placeAt(text, nearestOffset(state.places, path)) }
}

function nearestOffset(places: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = places.get(keyOf(path.slice(0, length)))
    if (offset !== undefined) return offset
  }
  return places.get(keyOf([])) ?? 0
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String))
}

function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

function readValue(state: State, path: readonly PropertyKey[]): unknown {
  skipSpace(state)
  state.places.set(keyOf(path), state.at)
  const first = state.text.charAt(state.at)
  if (first === '{') return readObject(state, path)
  if (first === '[') return readArray(state, path)
  if (first === '"') return readString(state)
  return readScalar(state)
}

function readObject(state: State, path: readonly PropertyKey[]): unknown {
  const entries = new Map<string, unknown>()
  readItems(state, '}', () => {
    skipSpace(state)
    const start = state.at
    if (state.text.charAt(start) !== '"') return fail(state, 'Expected a name in double quotes.')
    const name = readString(state)
    if (entries.has(name)) return fail(state, `The name "${name}" stands here a second time.`, start)
    skipSpace(state)
    if (state.text.charAt(state.at) !== ':') return fail(state, `Expected a colon after "${name}".`)
    state.at += 1
    return entries.set(name, readValue(state, [...path, name]))
  })
  return Object.fromEntries(entries)
}

function readArray(state: State, path: readonly PropertyKey[]): unknown {
  const items: unknown[] = []
  readItems(state, ']', () => items.push(readValue(state, [...path, items.length])))
  return items
}

function readItems(state: State, close: string, readItem: () => unknown): void {
  state.depth += 1
  if (state.depth > deepest) {
    fail(state, `Values are nested more than ${deepest} deep.`)
    return
  }
  state.at += 1
  skipSpace(state)
  if (state.text.charAt(state.at) === close) state.at += 1
  else readFilledItems(state, close, readItem)
  state.depth -= 1
}

function readFilledItems(state: State, close: string, readItem: () => unknown): void {
  while (state.error === null) {
    readItem()
    skipSpace(state)
    const next = state.text.charAt(state.at)
    if (next !== ',' && next !== close) fail(state, `Expected a comma or ${close}.`)
    state.at += 1
    if (next === close) return
  }
}

function readString(state: State): string {
  const end = endOfString(state)
  const text = end === null ? null : unquote(state.text.slice(state.at, end))
  if (end === null || text === null) {
    fail(state, 'This text is not closed, or holds a bad escape or a line break.')
    return ''
  }
  state.at = end
  return text
}

/** Offset behind the closing quotation mark; null when a control character or the end comes first. */
function endOfString(state: State): number | null {
  for (let at = state.at + 1; at < state.text.length; at += 1) {
    const unit = state.text.charCodeAt(at)
    if (unit < 0x20) return null
    if (unit === 0x22) return at + 1
    if (unit === 0x5c) at += 1
  }
  return null
}

function unquote(quoted: string): string | null {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return null
  }
}

function readScalar(state: State): unknown {
  const pattern = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
  pattern.lastIndex = state.at
  const found = pattern.exec(state.text)?.[0]
  if (found === undefined) {
    return fail(state, state.at >= state.text.length ? 'The text ends where a value is needed.' : 'Expected a value.')
  }
  state.at += found.length
  return JSON.parse(found)
}

function skipSpace(state: State): void {
  while (/[ \t\r\n]/.test(state.text.charAt(state.at))) state.at += 1
}

/** Keeps the first error, and moves to the end so that everything stops. */
function fail(state: State, message: string, offset: number = state.at): null {
  state.error ??= { message, offset }
  state.at = state.text.length
  return null
}
