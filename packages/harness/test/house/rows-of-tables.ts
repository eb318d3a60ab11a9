// How many rows a table of `test.each` has, read from the text: files of other packages are not loaded here.

/** The rows of the table around `anchor`, each as its text. @throws Error when there is no such table */
export function rowsAround(text: string, anchor: string): readonly string[] {
  const at = text.indexOf(anchor)
  if (at === -1) throw new Error(`The text ${anchor} is not there.`)
  const start = tableStart(text, at)
  return elementsOf(text, start)
}

/** Where the outermost list begins in which `at` is: behind `.each(`, or behind the `=` of a constant. */
function tableStart(text: string, at: number): number {
  const each = [...text.slice(0, at).matchAll(/\.each(?:<[\s\S]*?>)?\(\s*\[|=\s*\[\n/g)].at(-1)
  if (each === undefined) throw new Error('No table begins before the anchor.')
  return each.index + each[0].trimEnd().length
}

const OPENING = new Set(['[', '{', '('])
const CLOSING = new Set([']', '}', ')'])

/** The elements of the list whose bracket is just before `start`; the elements of a list that is spread count one by one. */
function elementsOf(text: string, start: number): readonly string[] {
  const elements: string[] = []
  let [depth, begin, at] = [0, start, start]
  const end = (): void => {
    const element = text.slice(begin, at).trim()
    if (element.startsWith('...[')) elements.push(...elementsOf(element, 4))
    else if (element !== '' && !/^\/\/[^\n]*$/.test(element)) elements.push(element)
    begin = at + 1
  }
  for (; at < text.length; at++) {
    const char = text[at] ?? ''
    if (`'"\``.includes(char)) at = stringEnd(text, at, char)
    else if (text.startsWith('//', at)) at = text.indexOf('\n', at)
    else if (OPENING.has(char)) depth += 1
    else if (CLOSING.has(char) && depth === 0) break
    else if (CLOSING.has(char)) depth -= 1
    else if (char === ',' && depth === 0) end()
  }
  end()
  return elements
}

function stringEnd(text: string, at: number, quote: string): number {
  let end = at + 1
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1
  return end
}
