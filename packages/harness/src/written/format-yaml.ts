// One layout for files of scenarios, where layout says nothing: spaces inside braces and brackets, blank lines, ends of lines. Where lines
// break, how texts are quoted, and all comments stay as they were written.
import { isDeepStrictEqual } from 'node:util'
import { isMap, isSeq, Lexer, parseDocument, visit } from 'yaml'
import { readYaml } from './yaml-document.ts'

/** The text in the one layout. @throws BadInput with every syntax error */
export function formatYaml(file: string, text: string): string {
  const { value } = readYaml(file, text)
  const comments = commentsIn(text)
  // A text of several lines may hold what elsewhere is layout.
  const isSame = (made: string): boolean =>
    isDeepStrictEqual(readYaml(file, made).value, value) && isDeepStrictEqual(commentsIn(made), comments)
  return LAYOUT.reduce((shown, apply) => {
    const made = apply(shown)
    return made !== shown && isSame(made) ? made : shown
  }, text)
}

const LAYOUT: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\r\n?/g, '\n'),
  inSpaces,
  inPadding,
  (text) => text.replace(/[ \t]+$/gm, ''),
  (text) => text.replace(/\n{3,}/g, '\n\n'),
  (text) => text.replace(/^\n+/, '').replace(/\n*$/, '\n'),
]

/** One space behind a colon, and behind a comma none in front of it. */
function inSpaces(text: string): string {
  const tokens = [...new Lexer().lex(text)]
  let depth = 0
  return tokens
    .flatMap((token, at) => {
      depth += '{['.includes(token) ? 1 : '}]'.includes(token) ? -1 : 0
      const next = tokens[at + 1] ?? ''
      if (/^[ \t]+$/.test(token)) return [spaceBetween(tokens[at - 1] ?? '', next, depth > 0) ?? token]
      const isTight = token === ',' && depth > 0 && !ENDS.test(next)
      return CONTROL.test(token) ? [] : [isTight ? ', ' : token]
    })
    .join('')
}

/** Undefined where it says nothing, or something else. */
function spaceBetween(before: string, next: string, isFlow: boolean): string | undefined {
  if (isFlow && next === ',') return ''
  const isBehind = before === ':' || (isFlow && before === ',')
  return isBehind && !/^[\r\n#}\]]/.test(next) ? ' ' : undefined
}

/** What the lexer puts between tokens; a byte order mark is a part of the text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are its marks
const CONTROL = /^[\x02\x18\x1f]$/
const ENDS = /^[\s}\]]|^$/

/** `{ a: 1 }`, `[a, b]`, `{}`: what is written on one line. */
function inPadding(text: string): string {
  const edits: { from: number; to: number; by: string }[] = []
  visit(parseDocument(text, { logLevel: 'error' }), {
    Collection(_, node) {
      if (!(isMap(node) || isSeq(node)) || !node.flow || !node.range) return
      const [start, end] = node.range
      const inner = text.slice(start + 1, end - 1)
      if (inner.includes('\n')) return
      const pad = isMap(node) && inner.trim() !== '' ? ' ' : ''
      edits.push({ from: start + 1, to: start + 1 + inner.length - inner.trimStart().length, by: pad })
      if (inner.trim() !== '')
        edits.push({ from: end - 1 - (inner.length - inner.trimEnd().length), to: end - 1, by: pad })
    },
  })
  edits.sort((a, b) => b.from - a.from || b.to - a.to)
  return edits.reduce((shown, { from, to, by }) => shown.slice(0, from) + by + shown.slice(to), text)
}

function commentsIn(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((token) => token.trimEnd())
}
