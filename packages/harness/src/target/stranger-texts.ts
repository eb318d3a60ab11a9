import { isJsonArray, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import { resourcesIn } from './read-answer.ts'
import type { ResourceKind, ResourceRef } from './resource-kind.ts'

/** Shorter texts are parts of words; striking them out would eat the report. */
const SHORTEST = 3

/** Attributes whose values name nobody. */
const NAMELESS: ReadonlySet<string> = new Set([
  'schemas',
  'meta',
  'type',
  'primary',
  'id',
  '$ref',
  'active',
  'usertype',
])

/** What has been read of people who are not the run's, and how it is struck out of texts. */
export function createStrangerTexts() {
  const texts = new Set<string>()
  /** What the run itself has said: of these words it is not told from whom they come. */
  const exempt: string[] = []
  let index: ReadonlyMap<string, readonly string[]> | undefined

  function collect(value: JsonValue): void {
    if (isJsonArray(value)) for (const item of value) collect(item)
    else if (isJsonObject(value)) {
      for (const [name, item] of Object.entries(value)) if (!NAMELESS.has(name.toLowerCase())) collect(item)
    } else if ((typeof value === 'string' || typeof value === 'number') && String(value).trim().length >= SHORTEST) {
      texts.add(String(value).trim())
    }
  }

  function add(body: JsonValue, isOurs: (ref: ResourceRef) => boolean, endpoint: ResourceKind | undefined): void {
    const before = texts.size
    for (const { kind, id, resource } of resourcesIn(body, endpoint)) if (!isOurs({ kind, id })) collect(resource)
    if (texts.size !== before) index = undefined
  }

  /** Longest first, by how they begin. */
  function indexed(): ReadonlyMap<string, readonly string[]> {
    if (index) return index
    const found = new Map<string, string[]>()
    for (const text of texts) {
      const start = text.slice(0, SHORTEST).toLowerCase()
      found.set(start, [...(found.get(start) ?? []), text])
    }
    for (const list of found.values()) list.sort((a, b) => b.length - a.length)
    index = found
    return found
  }

  function sweep(text: string, hashOf: (value: string) => string): string {
    const known = indexed()
    if (known.size === 0) return text
    const lower = text.toLowerCase()
    const ours = exempt.join('\n').toLowerCase()
    const isTheirs = (one: string, at: number): boolean =>
      stands(one.toLowerCase(), lower, at) && !ours.includes(one.toLowerCase())
    let swept = ''
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      const found = known.get(lower.slice(at, at + SHORTEST))?.find((one) => isTheirs(one, at))
      if (found === undefined) continue
      swept += `${text.slice(from, at)}[not ours ${hashOf(found)}]`
      at += found.length - 1
      from = at + 1
    }
    return swept + text.slice(from)
  }

  return {
    add,
    sweep,
    exempt(text: string): void {
      if (text !== '') exempt.push(text)
    },
  }
}

/** As a whole: `Ann` is no part of `Annual`. */
function stands(one: string, text: string, at: number): boolean {
  return (
    text.startsWith(one, at) &&
    !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') &&
    !/[\p{L}\p{N}]/u.test(text[at + one.length] ?? '')
  )
}
