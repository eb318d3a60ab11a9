// Characters that are not seen, or that turn the direction of what follows. What an endpoint answers must not look like something else, nor
// command a terminal, so that they are written as their code.

/** From and to, as code units. A tab and a line feed are what they look like. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  // Half of a pair: it has no encoding of its own.
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfffe, 0xffff],
]

const unseen = new RegExp(`[${UNSEEN.map((range) => range.map((code) => codeOf(code)).join('-')).join('')}]`, 'gu')

/** The text with every character that cannot be seen written as its code, as JSON would write it. */
export function seen(text: string): string {
  return text.replace(unseen, (character) => codeOf(character.charCodeAt(0)))
}

function codeOf(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0').toUpperCase()}`
}
