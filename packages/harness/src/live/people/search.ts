// Finds by name, as somebody types: each word of theirs in any of the names, without regard to case and accents.
import type { ViewItem } from '@scimulator/shared/behaviour'
import { namesOf, type Place } from './places.ts'

export interface Found {
  readonly place: Place
  readonly key: string
  readonly name: string
  /** Another name of it, such as the address; empty where there is none. */
  readonly detail: string
}

/** @returns those that begin with what was typed, then the others; among equals in the order in which they are given */
export function search(
  typed: string,
  held: readonly { place: Place; items: readonly ViewItem[] }[],
  most: number,
): readonly Found[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const [first, others]: [Found[], Found[]] = [[], []]
  for (const { place, items } of held) {
    for (const item of items) {
      const names = namesOf(place, item)
      const texts = names.map(folded)
      if (!words.every((word) => texts.some((text) => text.includes(word)))) continue
      const begins = texts.some((text) => text.startsWith(words.join(' ')))
      ;(begins ? first : others).push({ place, key: item.key, name: names[0], detail: names[1] ?? '' })
    }
  }
  return [...first, ...others].slice(0, most)
}

/** Capitals first: a dotless ı and an ß have no other way to the letters that they are typed as. */
function folded(text: string): string {
  return text
    .toUpperCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
