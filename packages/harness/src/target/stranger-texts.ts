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
  /** Texts whose first word is this, the longest first. @param word in lower case, as `wordAt` gives it */
  beginning(word: string): readonly string[]
  readonly isEmpty: boolean
}

export function createStrangerIndex(): StrangerIndex {
  const texts = new Set<string>()
  /** By their first words: thousands begin with the same letters. It grows with each page; a group is put in order when it is asked for. */
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
    const word = wordAt(text.toLowerCase(), 0)
    const group = index.get(word)
    if (group) {
      group.texts.push(text)
      group.isSorted = false
    } else index.set(word, { texts: [text], isSorted: true })
  }

  return {
    add(body, isOurs, endpoint) {
      for (const { kind, id, resource } of resourcesIn(body, endpoint)) if (!isOurs({ kind, id })) collect(resource)
    },
    beginning(word) {
      const group = index.get(word)
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
      const found = index.beginning(wordAt(lower, at)).find((one) => isTheirs(one, at))
      if (found === undefined) continue
      swept += `${text.slice(from, at)}[not ours ${hashOf(found)}]`
      at += found.length - 1
      from = at + 1
    }
    return swept + text.slice(from)
  }

  return { sweep, exempt: exempt.add }
}

/** What the run itself has said: of these words it is not told from whom they come. Put together at the first question, and then kept. */
function createExemptTexts() {
  const said = new Set<string>()
  /** What has been found in them stays there; what has not may come. */
  const found = new Set<string>()
  const missed = new Set<string>()
  let joined: string | undefined = ''
  return {
    add(text: string): void {
      if (text === '' || said.has(text)) return
      said.add(text)
      joined = undefined
      missed.clear()
    },
    /** @param one in lower case */
    have(one: string): boolean {
      if (found.has(one)) return true
      if (missed.has(one)) return false
      joined ??= [...said].join('\n').toLowerCase()
      const isThere = joined.includes(one)
      ;(isThere ? found : missed).add(one)
      return isThere
    },
  }
}

/** Nothing begins behind a letter or a digit. Most characters of a text are behind one of ASCII's, which is told quickly. */
function isWithinWord(text: string, at: number): boolean {
  return at > 0 && isOfWord(text, at - 1)
}

/** @param text in lower case @returns letters and digits from there on; where none stands there, the one character that does */
function wordAt(text: string, at: number): string {
  let end = at
  while (end < text.length && isOfWord(text, end)) end += 1
  return text.slice(at, Math.max(end, at + 1))
}

function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code >= 128) return /[\p{L}\p{N}]/u.test(text[at] ?? '')
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
