// A grammar is a function that writes a text. Where it is told to be wild, any part of it may be left out, doubled, or something hostile.
import type { Draw } from './draw.ts'
import { hostileWord } from './hostile-words.ts'

export type Grammar = (draw: Draw) => string
type Part = string | Grammar

function written(part: Part, draw: Draw): string {
  return typeof part === 'string' ? part : part(draw)
}

/** One part behind another. */
export function seq(...parts: readonly Part[]): Grammar {
  return (draw) => {
    let text = ''
    for (const part of parts) text += draw.chance(draw.wildness) ? astray(part, draw) : written(part, draw)
    return text
  }
}

function astray(part: Part, draw: Draw): string {
  switch (draw.below(4)) {
    case 0:
      return ''
    case 1:
      return written(part, draw) + written(part, draw)
    case 2:
      return written(part, draw) + hostileWord(draw)
    default:
      return hostileWord(draw)
  }
}

/** One of the parts; one that is named twice comes twice as often. */
export function one(...parts: readonly Part[]): Grammar {
  return (draw) => (draw.chance(draw.wildness) ? hostileWord(draw) : written(draw.pick(parts), draw))
}

/** The part, or nothing. */
export function maybe(part: Part): Grammar {
  return (draw) => (draw.chance(0.5) ? written(part, draw) : '')
}

export function many(part: Part, { least = 1, most = 3, by = '' }: Repeated = {}): Grammar {
  return (draw) => Array.from({ length: least + draw.below(most - least + 1) }, () => written(part, draw)).join(by)
}

interface Repeated {
  readonly least?: number
  readonly most?: number
  readonly by?: string
}

/** A part that may contain itself, and what stands in its place where it is deep enough. */
export function nested(deep: () => Grammar, flat: Part, most = 4): Grammar {
  return (draw) =>
    draw.nested(
      most,
      () => deep()(draw),
      () => written(flat, draw),
    )
}

export function digits(least: number, most: number): Grammar {
  return (draw) => Array.from({ length: least + draw.below(most - least + 1) }, () => draw.below(10)).join('')
}

/** A number from one to another, written with so many digits. */
export function number(from: number, to: number, width = 1): Grammar {
  return (draw) => String(from + draw.below(to - from + 1)).padStart(width, '0')
}
