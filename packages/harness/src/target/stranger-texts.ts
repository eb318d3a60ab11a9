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

/** What has been read of them, once for all who strike it out. */
export interface StrangerIndex {
  add(body: JsonValue, isOurs: (ref: ResourceRef) => boolean, endpoint: ResourceKind | undefined): void
  /** Texts that begin so, the longest first. @param start three characters in lower case */
  beginning(start: string): readonly string[]
  readonly isEmpty: boolean
}

export function createStrangerIndex(): StrangerIndex {
  const texts = new Set<string>()
  /** By how they begin. It grows with each page that is read; a group is put in order when it is asked for. */
  const index = new Map<string, { readonly texts: string[]; isSorted: boolean }>()

  function collect(value: JsonValue): void {
    if (isJsonArray(value)) for (const item of value) collect(item)
    else if (isJsonObject(value)) {
      for (const [name, item] of Object.entries(value)) if (!NAMELESS.has(name.toLowerCase())) collect(item)
    } else if ((typeof value === 'string' || typeof value === 'number') && String(value).trim().length >= SHORTEST) {
      note(String(value).trim())
    }
  }

  function note(text: string): void {
    if (texts.has(text)) return
    texts.add(text)
    const start = text.slice(0, SHORTEST).toLowerCase()
    const group = index.get(start)
    if (group) {
      group.texts.push(text)
      group.isSorted = false
    } else index.set(start, { texts: [text], isSorted: true })
  }

  return {
    add(body, isOurs, endpoint) {
      for (const { kind, id, resource } of resourcesIn(body, endpoint)) if (!isOurs({ kind, id })) collect(resource)
    },
    beginning(start) {
      const group = index.get(start)
      if (!group) return []
      if (!group.isSorted) group.texts.sort((a, b) => b.length - a.length)
      group.isSorted = true
      return group.texts
    },
    get isEmpty() {
      return index.size === 0
    },
  }
}

/** How it is struck out of texts, except for what has been said to be shown. */
export function createStrangerTexts(index: StrangerIndex) {
  const exempt = createExemptTexts()

  function sweep(text: string, hashOf: (value: string) => string): string {
    if (index.isEmpty) return text
    const lower = text.toLowerCase()
    const isTheirs = (one: string, at: number): boolean =>
      stands(one.toLowerCase(), lower, at) && !exempt.have(one.toLowerCase())
    let swept = ''
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      if (isWithinWord(lower, at)) continue
      const found = index.beginning(lower.slice(at, at + SHORTEST)).find((one) => isTheirs(one, at))
      if (found === undefined) continue
      swept += `${text.slice(from, at)}[not ours ${hashOf(found)}]`
      at += found.length - 1
      from = at + 1
    }
    return swept + text.slice(from)
  }

  return { sweep, exempt: exempt.add }
}

/** What the run itself has said: of these words it is not told from whom they come. Put together when somebody asks, and then kept. */
function createExemptTexts() {
  const said = new Set<string>()
  let joined: string | undefined = ''
  return {
    add(text: string): void {
      if (text === '' || said.has(text)) return
      said.add(text)
      joined = undefined
    },
    /** @param one in lower case */
    have(one: string): boolean {
      joined ??= [...said].join('\n').toLowerCase()
      return joined.includes(one)
    },
  }
}

/** Nothing begins behind a letter or a digit. Most characters of a text are behind one of ASCII's, which is told quickly. */
function isWithinWord(text: string, at: number): boolean {
  if (at === 0) return false
  const code = text.charCodeAt(at - 1)
  if (code >= 128) return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}

/** As a whole: `Ann` is no part of `Annual`. */
function stands(one: string, text: string, at: number): boolean {
  return (
    text.startsWith(one, at) &&
    !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') &&
    !/[\p{L}\p{N}]/u.test(text[at + one.length] ?? '')
  )
}
