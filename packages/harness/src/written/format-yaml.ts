// One layout for files of scenarios, where layout says nothing: spaces inside braces and brackets, blank lines, ends of lines. Where lines
// break, how texts are quoted, and all comments stay as they were written.
import { isDeepStrictEqual } from 'node:util'
import { isMap, isSeq, Lexer, parseDocument, visit } from 'yaml'
import { readYaml } from './yaml-document.ts'

/** The text in the one layout. @throws BadInput with every syntax error */
export function formatYaml(file: string, text: string): string {
  const { value } = readYaml(file, text)
  const tidied = inPadding(text.replace(/\r\n?/g, '\n'))
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .replace(/\n*$/, '\n')
  const isSame = isDeepStrictEqual(readYaml(file, tidied).value, value)
  // A text of several lines may hold what elsewhere is layout.
  if (!isSame || !isDeepStrictEqual(commentsIn(tidied), commentsIn(text))) return text
  return tidied
}

/** `{ a: 1 }`, `[a, b]`, `{}`: what is written on one line. */
function inPadding(text: string): string {
  const edits: { from: number; to: number; by: string }[] = []
  visit(parseDocument(text), {
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
