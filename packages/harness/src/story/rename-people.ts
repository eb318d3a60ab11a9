// The same recording about other people: names, addresses and telephone numbers are made up. Names of groups and companies stay. Pure.
import { generateCompany } from '@scimulator/shared/people/generate'
import type { StoryRecording } from '../live/story-recording.ts'
import { isPlainObject } from '../written/plain-object.ts'

const SEED = 4
const NAMES: ReadonlySet<string> = new Set(['displayName', 'displayname', 'name', 'formatted'])
const GIVEN: ReadonlySet<string> = new Set(['givenName', 'firstname'])
const FAMILY: ReadonlySet<string> = new Set(['familyName', 'surname', 'lastname'])
const ADDRESSES: readonly string[] = ['userPrincipalName', 'email', 'userName', 'username', 'mail']

interface KnownPerson {
  readonly names: Set<string>
  readonly given: Set<string>
  readonly family: Set<string>
}

export function renamePeople(recording: StoryRecording): StoryRecording {
  const renamed = renaming(peopleIn(recording))
  // Commands are made of bodies, in the quotes of their shells.
  const wire = recording.wire.map(({ commands: _, ...one }) => one)
  return mapped({ ...recording, wire }, renamed)
}

/** By the part of their address before the @. */
function peopleIn(recording: StoryRecording): ReadonlyMap<string, KnownPerson> {
  const found = new Map<string, KnownPerson>()
  walk(recording, (one) => {
    const local = ADDRESSES.map((name) => localPart(one[name])).find((part) => part !== undefined)
    if (local === undefined) return
    const person = found.get(local) ?? { names: new Set(), given: new Set(), family: new Set() }
    found.set(local, person)
    const flat = isPlainObject(one.name) ? { ...one, ...one.name, name: undefined } : one
    for (const [key, value] of Object.entries(flat)) {
      if (typeof value !== 'string' || value === '' || value.includes('@')) continue
      if (NAMES.has(key)) person.names.add(value)
      if (GIVEN.has(key)) person.given.add(value)
      if (FAMILY.has(key)) person.family.add(value)
    }
  })
  return found
}

/** Of an address; Entra ID puts 32 digits before that of somebody in its bin. */
function localPart(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  return /^(?:[0-9a-f]{32})?([^@\s]+)@[^@\s]+$/.exec(value)?.[1]
}

function walk(value: unknown, look: (one: Readonly<Record<string, unknown>>) => void): void {
  if (typeof value === 'string') {
    const inside = jsonIn(value)
    if (inside !== undefined) walk(inside, look)
  } else if (Array.isArray(value)) for (const item of value) walk(item, look)
  else if (isPlainObject(value)) {
    look(value)
    for (const item of Object.values(value)) walk(item, look)
  }
}

interface Renaming {
  /** In any text. */
  text(text: string): string
  /** The whole value of a member that holds a given or a family name. */
  value(key: string, value: string): string | undefined
}

function renaming(people: ReadonlyMap<string, KnownPerson>): Renaming {
  const others = generateCompany({ seed: SEED, people: Math.max(1, people.size), groups: 0 }).people
  const locals = new Map<string, string>()
  const texts = new Map<string, string>()
  const values = new Map<string, string>()
  for (const [at, [local, { names, given, family }]] of [...people].entries()) {
    const {
      displayName,
      givenName = displayName,
      surname = displayName,
    } = others[at] ?? { displayName: `Person ${at}` }
    locals.set(local, `person${at + 1}`)
    for (const name of names) texts.set(name, displayName)
    for (const name of given) values.set(`given ${name}`, givenName)
    for (const name of family) values.set(`family ${name}`, surname)
    for (const name of [...given].filter(isWord)) if (!texts.has(name)) texts.set(name, givenName)
    for (const name of [...family].filter(isWord)) if (!texts.has(name)) texts.set(name, surname)
  }
  const pattern = patternOf([...texts.keys()])
  return {
    text: (text) =>
      text
        .replace(ADDRESS, (found, before: string = '', local: string, at: string) => {
          const other = locals.get(`${before}${local}`) ?? locals.get(local)
          if (other === undefined) return found
          return locals.has(`${before}${local}`) ? `${other}${at}` : `${before}${other}${at}`
        })
        .replace(pattern, (found) => texts.get(found) ?? found)
        .replace(PHONE, '+1 425 555 0100'),
    value: (key, value) => values.get(`${GIVEN.has(key) ? 'given' : FAMILY.has(key) ? 'family' : ''} ${value}`),
  }
}

/** What stands before an address: a quote of a URL, or the digits that Entra ID puts there in its bin. */
const ADDRESS = /([0-9a-f]{32}|(?<=%)[0-9A-F]{2})?([\p{L}\p{N}._+'-]+)(@|%40)/gu

const PHONE = /\+\d[\d ()-]{6,}\d/g

/** Shorter ones in Latin letters are syllables of other words. */
function isWord(name: string): boolean {
  return name.length >= 3 || /[^ -~]/.test(name)
}

/** The longest first, and only where a word begins: of every place in a long text most are none. */
function patternOf(words: readonly string[]): RegExp {
  if (words.length === 0) return /(?!)/g
  const one = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const any = [...words].sort((a, b) => b.length - a.length).map(one)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}

function mapped<Value>(value: Value, renamed: Renaming, key = ''): Value {
  if (typeof value === 'string') return mappedText(value, renamed, key) as Value
  if (Array.isArray(value)) return value.map((item) => mapped(item, renamed, key)) as Value
  if (typeof value !== 'object' || value === null) return value
  // The same members with the same types; only the texts in them, and keys that are names, change.
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [renamed.text(name), mapped(item, renamed, name)]),
  ) as Value
}

function mappedText(text: string, renamed: Renaming, key: string): string {
  const inside = jsonIn(text)
  if (inside !== undefined) return JSON.stringify(mapped(inside, renamed))
  return renamed.value(key, text) ?? renamed.text(text)
}

/** What a body holds, where it is an object or a list. */
function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
