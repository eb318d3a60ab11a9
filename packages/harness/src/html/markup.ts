// HTML from values: whatever is put into a template is text, unless it is markup already. There is no other way to make markup.

/** Text that is HTML. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

export type Child = Markup | string | number | undefined | false | readonly Child[]

/** `html\`<p>${anything}</p>\`` */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return new Markup(strings.map((text, at) => text + render(children[at])).join(''))
}

function render(child: Child): string {
  if (child === undefined || child === false) return ''
  if (child instanceof Markup) return child.html
  if (typeof child === 'object') return child.map(render).join('')
  return escaped(String(child))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/**
 * Characters that are not seen, or that turn the direction of what follows: from and to, as code units. What an endpoint answers must not
 * look like something else, so that they are written as their code.
 */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  // Half of a pair: it has no encoding of its own.
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfffe, 0xffff],
]

export function escaped(text: string): string {
  const characters = text.replaceAll('\r\n', '\n')
  return Array.from(
    characters,
    (character) => ENTITIES[character] ?? (isUnseen(character) ? codeOf(character) : character),
  ).join('')
}

function isUnseen(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return UNSEEN.some(([from, to]) => code >= from && code <= to)
}

function codeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`
}
