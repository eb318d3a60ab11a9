import { isJsonArray, isJsonObject, type JsonValue } from './json.ts'
import { quoteForDetail, ScimError } from './scim-error.ts'

/**
 * JSON as a service provider has to read it: a body that two parsers could understand differently is refused.
 *
 * `JSON.parse` does the parsing. It silently keeps the last of two equal names, so one scan over the text counts the
 * colons outside strings: when the parsed value has fewer names than that, one of them was given twice. The same scan
 * measures the depth before anything recursive looks at the value.
 */
export interface JsonLimits {
  readonly maxBytes: number
  readonly maxDepth: number
}

/** 1 MiB, 64 levels. */
export const defaultJsonLimits: JsonLimits = { maxBytes: 1_048_576, maxDepth: 64 }

const SURROGATE_ESCAPE = /\\ud[89a-f]/i
const HALF_PAIR = /\p{Surrogate}/u

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Parses UTF-8 bytes; a byte order mark is tolerated. @throws ScimError 413 for more than `maxBytes`, 400 invalidSyntax
 * for everything else: invalid UTF-8, invalid JSON, too deep, a name given twice in one object, `__proto__`, a number
 * beyond the range of a double, half of a surrogate pair (RFC 7493 §2.1).
 */
export function parseStrictJson(bytes: Uint8Array, limits: Partial<JsonLimits> = {}): JsonValue {
  const { maxBytes, maxDepth } = { ...defaultJsonLimits, ...limits }
  if (bytes.length > maxBytes) throw new ScimError('payloadTooLarge', `The body is larger than ${maxBytes} bytes.`)
  const text = decode(bytes)
  const names = countNames(text, maxDepth)
  const value = parse(text)
  if (inspect(value) !== names) throw new ScimError('invalidSyntax', describeDuplicate(text))
  // The bytes are UTF-8, so half a surrogate pair can only have come in as an escape.
  if (SURROGATE_ESCAPE.test(text)) refuseHalfPairs(value)
  return value
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new ScimError('invalidSyntax', 'The body is not valid UTF-8.')
  }
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue // JSON.parse yields nothing else
  } catch (error) {
    const reason = error instanceof Error ? quoteForDetail(error.message) : 'unknown'
    throw new ScimError('invalidSyntax', `The body is not valid JSON: ${reason}.`)
  }
}

/** The number of names in all objects of the text, were it valid JSON; what is not, `JSON.parse` refuses later. */
function countNames(text: string, maxDepth: number): number {
  let names = 0
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) at = stringEnd(text, at)
    else if (code === 0x3a) names += 1
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > maxDepth) throw new ScimError('invalidSyntax', `The body is nested deeper than ${maxDepth} levels.`)
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return names
}

/** The offset of the quote that closes the string opened at `start`, or the end of an unfinished text. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at += 1
    else if (code === 0x22) return at
  }
  return text.length
}

/** Counts the names of a parsed value and refuses what must not be kept. As deep as `maxDepth` allows, no deeper. */
function inspect(value: JsonValue): number {
  if (isJsonArray(value)) {
    let names = 0
    for (const item of value) names += inspect(item)
    return names
  }
  if (isJsonObject(value)) return inspectObject(value)
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new ScimError('invalidSyntax', 'A number in the body is too large.')
  }
  return 0
}

function inspectObject(value: { readonly [name: string]: JsonValue }): number {
  let names = 0
  for (const name of Object.keys(value)) {
    if (name === '__proto__') throw new ScimError('invalidSyntax', 'The name "__proto__" is not accepted.')
    names += 1 + inspect(value[name] ?? null)
  }
  return names
}

function refuseHalfPairs(value: JsonValue): void {
  if (typeof value === 'string' && HALF_PAIR.test(value)) {
    throw new ScimError('invalidSyntax', 'A string in the body holds half of a surrogate pair, which is no character.')
  }
  if (isJsonArray(value)) for (const item of value) refuseHalfPairs(item)
  else if (isJsonObject(value)) for (const entry of Object.entries(value)) refuseHalfPairs(entry)
}

/** The slow way, taken only when a name is known to be given twice: it says which. */
function describeDuplicate(text: string): string {
  const objects: Set<string>[] = []
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '{') objects.push(new Set())
    else if (char === '}') objects.pop()
    else if (char === '"') {
      const end = stringEnd(text, at)
      const name = nameAt(text, at, end)
      if (name !== undefined && objects.at(-1)?.has(name)) return `The name ${quoteForDetail(name)} is given twice.`
      if (name !== undefined) objects.at(-1)?.add(name)
      at = end
    }
  }
  return 'A name is given twice in one object.'
}

/** The string between the two quotes when a colon follows it, which makes it a name. */
function nameAt(text: string, start: number, end: number): string | undefined {
  let next = end + 1
  while (next < text.length && text.charCodeAt(next) <= 0x20) next += 1
  return text[next] === ':' ? String(JSON.parse(text.slice(start, end + 1))) : undefined
}
