// JSON as clients send it by mistake or on purpose.
import type { Draw } from './draw.ts'
import { hostileWord, mutated } from './hostile-words.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

const NAMES = [
  'constructor',
  'toString',
  'hasOwnProperty',
  'id',
  'value',
  'schemas',
  'meta',
  'a',
  'length',
  '__proto__',
]

/** Any value at all. */
export function anyJson(draw: Draw): Json {
  switch (draw.below(8)) {
    case 0:
      return draw.pick([null, true, false, 'true', '', ' '])
    case 1:
      return draw.pick([0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, 5e-324])
    case 2:
      return draw.nested(
        3,
        () => Array.from({ length: draw.below(4) }, () => anyJson(draw)),
        () => [],
      )
    case 3:
      return draw.nested(
        3,
        () => objectOf(draw),
        () => ({}),
      )
    case 4:
      return draw.chance(0.1) ? deepJson(draw) : hostileWord(draw)
    default:
      return hostileWord(draw)
  }
}

function objectOf(draw: Draw): Json {
  return Object.fromEntries(Array.from({ length: draw.below(3) }, () => [draw.pick(NAMES), anyJson(draw)]))
}

function deepJson(draw: Draw): Json {
  let value: Json = 'x'
  for (let left = draw.pick([30, 63, 64, 65, 200]); left > 0; left -= 1)
    value = draw.chance(0.5) ? [value] : { a: value }
  return value
}

/** The same value, with parts left out, of a wrong type, or with names that they must not have. */
export function disturbed(value: Json, draw: Draw): Json {
  if (draw.chance(draw.wildness)) return anyJson(draw)
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => disturbed(item, draw))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(() => !draw.chance(draw.wildness / 2))
  const members = kept.map(([name, item]): [string, Json] => [name, disturbed(item as Json, draw)])
  if (draw.chance(draw.wildness)) members.push([draw.pick(NAMES), anyJson(draw)])
  return Object.fromEntries(members)
}

/** As a text: now and then one that is no JSON, or JSON that two parsers understand differently. */
export function jsonText(value: Json, draw: Draw): string {
  const text = JSON.stringify(disturbed(value, draw))
  if (!draw.chance(draw.wildness)) return text
  switch (draw.below(4)) {
    case 0:
      return text.replace(/^\{/, `{"${draw.pick(NAMES)}":1,`)
    case 1:
      return text.replace(/^\{("[^"]*":)/, '{$1null,$1')
    case 2:
      return text + hostileWord(draw)
    default:
      return mutated(text, text, draw)
  }
}

/** One value somewhere inside is another one. */
export function mutatedJson(text: string, other: string, draw: Draw): string {
  if (draw.chance(0.3)) return mutated(text, other, draw)
  try {
    draw.wildness = draw.pick([0.03, 0.1])
    return JSON.stringify(disturbed(JSON.parse(text) as Json, draw))
  } catch {
    return mutated(text, other, draw)
  }
}
