// HTML from values: whatever is put into a template is text, unless it is markup already. There is no other way to make markup.
import { seen } from '@scimulator/shared/runtime'

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

export function escaped(text: string): string {
  return seen(text.replaceAll('\r\n', '\n')).replace(/[<>&"'`]/g, (character) => ENTITIES[character] ?? character)
}
