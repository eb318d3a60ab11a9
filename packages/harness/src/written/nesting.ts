// How deep a text in YAML goes, found without going there. What reads it calls itself for each level, and where V8 compiles a regular
// expression on a stack that is nearly full, it ends the process: no error is thrown that could be told.
import { Lexer, Parser } from 'yaml'

/** Levels of lists and maps: far more than people write. */
export const MOST_LEVELS = 200

/** Where a text goes deeper than MOST_LEVELS, line and column from 1; undefined where it does not. */
export function tooDeepAt(text: string): { readonly line: number; readonly column: number } | undefined {
  if (isFlat(text)) return undefined
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(text)) {
    // What is finished is of no use here.
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > MOST_LEVELS) return placeOf(text.slice(0, parser.offset))
  }
  return undefined
}

function placeOf(above: string): { readonly line: number; readonly column: number } {
  return { line: above.split('\n').length, column: above.length - above.lastIndexOf('\n') }
}

/** Whether it has not enough of what levels are made of: brackets, indentation, and marks of lists and keys that share a line. */
function isFlat(text: string): boolean {
  const few = MOST_LEVELS / 4
  const brackets = text.match(/[[{]/g)?.length ?? 0
  return brackets < few && text.split(/[\r\n]/).every((line) => indentOf(line) < few && marksIn(line) < few)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function marksIn(line: string): number {
  return line.match(/[-?:](?=\s|$)/g)?.length ?? 0
}
