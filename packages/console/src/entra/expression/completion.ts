// What can stand at a place of an expression: names of functions and attributes that begin as the word there does. Pure; what an
// expression means is the tenant's to say.

export interface Offer {
  /** `ToUpper`, `[department]`. */
  readonly label: string
  /** What it takes: `ToUpper(source, [culture])`. */
  readonly note: string
  /** What a function gives. */
  readonly describes?: string
}

/** A function as the tenant tells of it. */
export interface Told {
  readonly name: string
  readonly signature: string
  readonly describes: string
  readonly example: { readonly expression: string; readonly result?: string | undefined }
}

/** What the list can be made of. */
export interface Vocabulary {
  readonly functions: readonly Told[]
  readonly attributes: readonly string[]
}

export interface Completion {
  /** The word that an offer takes the place of. */
  readonly from: number
  readonly to: number
  readonly offers: readonly Offer[]
}

/** So many are offered; more letters find the others. */
const MOST = 8
const NOTHING = { from: 0, to: 0, offers: [] }

/** @param caret place in the text, from 0 */
export function completionAt(text: string, caret: number, { functions, attributes }: Vocabulary): Completion {
  const before = text.slice(0, caret)
  if (isInText(before)) return NOTHING
  const [word = ''] = /\[?[\w.]*$/.exec(before) ?? []
  if (word === '') return NOTHING
  const begins = beginsLike(word.replace('[', ''))
  const offers = [
    ...(word.startsWith('[')
      ? []
      : functions
          .filter(({ name }) => begins(name))
          .map(({ name, signature, describes }) => ({ label: name, note: signature, describes }))),
    ...attributes.filter(begins).map((name) => ({ label: `[${name}]`, note: 'attribute' })),
  ]
  const to = caret + (/^[\w.]*\]?/.exec(text.slice(caret))?.[0].length ?? 0)
  return { from: caret - word.length, to, offers: offers.slice(0, MOST) }
}

function beginsLike(word: string): (name: string) => boolean {
  const wanted = word.toLowerCase()
  return (name) => name.toLowerCase().startsWith(wanted)
}

/** The text with an offer in it, and where one goes on: within the brackets of a function. */
export function withOffer(
  text: string,
  { from, to }: Completion,
  { label }: Offer,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(to)
  const isFunction = !label.startsWith('[')
  const put = isFunction && !rest.trimStart().startsWith('(') ? `${label}()` : label
  return { text: text.slice(0, from) + put + rest, caret: from + label.length + (isFunction ? 1 : 0) }
}

/** The function in whose brackets the caret stands. */
export function functionAt(text: string, caret: number, { functions }: Vocabulary): Told | undefined {
  const open: string[] = []
  for (const [part] of text.slice(0, caret).matchAll(/"[^"]*"?|\w+\s*\(|[()]/g)) {
    if (part.endsWith('(')) open.push(part.slice(0, -1).trim())
    else if (part === ')') open.pop()
  }
  const name = open.at(-1)?.toLowerCase()
  return functions.find((one) => one.name.toLowerCase() === name)
}

/** `ToUpper("Anna") = ANNA`. */
export function exampleText({ example: { expression, result } }: Told): string {
  return result === undefined ? expression : `${expression} = ${result}`
}

/** What a key means to a list of that length: a place in it, or what becomes of it; undefined where it is the text's own. */
export function pressed(key: string, chosen: number, length: number): number | 'take' | 'close' | undefined {
  if (length === 0) return undefined
  if (key === 'ArrowDown') return (chosen + 1) % length
  if (key === 'ArrowUp' && chosen >= 0) return chosen === 0 ? length - 1 : chosen - 1
  if ((key === 'Enter' || key === 'Tab') && chosen >= 0) return 'take'
  return key === 'Escape' ? 'close' : undefined
}

/** Within quotation marks nothing is a name. */
function isInText(before: string): boolean {
  return before.split('"').length % 2 === 0
}
