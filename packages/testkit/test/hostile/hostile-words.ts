// Pieces that parsers stumble over, and what is done to a text that one of them knows already.
import type { Draw } from './draw.ts'

const WORDS = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'then', 'length'],
  ...['\u0000', '\u0008', '\u001b[31m', '\u007f', '\u2028', '\ufeff', '\u202e', '\u200b', '\ud800', '\udfff'],
  ...['💥', 'İ', 'ß', 'ﬀ', 'e\u0301', '\u{10ffff}', 'ſ', '\u212a', 'ａ', '٣'],
  ...['"', "'", '\\', '\\u', '\\ud800', '\\u0000', '`', '$', '${a}', '{{a}}', '%', '%00', '%ff', '%C0%80', '%u0041'],
  ...['(', ')', '[', ']', '{', '}', '<', '>', ',', ';', ':', '.', '..', '/', '//', '?', '#', '&', '=', '+', '*', '|'],
  ...['-0', '1e999', '-1e999', 'NaN', 'Infinity', '0x10', '1e-400', '9007199254740993', '2147483648', '-1', '00', '.5'],
  ...['true', 'FALSE', 'null', 'undefined', ' ', '\t', '\r\n', '\n', '\v', '', 'and', 'or', 'not', 'eq', '!', '~', '^'],
  ...['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2026-02-30', '24:60:61', '-00:00', '+14:01'],
] as const

/** Members that every object has without having them. */
export const INHERITED = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf'] as const

/** Deep, long or many of something; the lengths are such that a limit of the usual size is passed now and then. */
function heap(draw: Draw): string {
  const word = draw.pick([
    '(',
    '[',
    '{',
    '((',
    'not ',
    '!',
    '\\',
    '"',
    'a',
    '9',
    '💥',
    'a.',
    'a,',
    '[[',
    '(?:',
    '$',
    ' ',
  ])
  return word.repeat(draw.pick([2, 9, 33, 65, 70, 129, 200, 600]))
}

export function hostileWord(draw: Draw): string {
  return draw.chance(0.08) ? heap(draw) : draw.pick(WORDS)
}

/** The text with one to three changes; parts of `other` may come into it. */
export function mutated(text: string, other: string, draw: Draw): string {
  let now = text
  for (let left = 1 + draw.below(3); left > 0; left -= 1) now = changed(now, other, draw)
  return now.length > LONGEST ? now.slice(0, LONGEST) : now
}

/** Mutation by mutation a text would grow without end. */
const LONGEST = 6_000

function changed(text: string, other: string, draw: Draw): string {
  const from = draw.below(text.length + 1)
  const to = Math.min(text.length, from + 1 + draw.below(8))
  const [before, part, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)]
  switch (draw.below(9)) {
    case 0:
      return before + after
    case 1:
      return before + part + part + after
    case 2:
      return before + hostileWord(draw) + part + after
    case 3:
      return before + hostileWord(draw) + after
    case 4:
      return before + other.slice(draw.below(other.length + 1))
    case 5:
      return before + String.fromCharCode(draw.below(draw.chance(0.8) ? 128 : 65_536)) + after
    case 6:
      return before + (draw.chance(0.5) ? part.toUpperCase() : part.toLowerCase()) + after
    case 7:
      return before + [...part].reverse().join('') + after
    default:
      return before + part.repeat(draw.pick([2, 3, 17, 100])) + after
  }
}

/** Shorter texts, those that lack most first. */
export function* shorter(text: string): Generator<string> {
  for (let size = text.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < text.length; at += size) yield text.slice(0, at) + text.slice(at + size)
}
