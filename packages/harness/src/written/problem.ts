// What is wrong with a file that somebody wrote: the place, the line as it stands there, the message, the way out.
// Problems are data until they are shown.

export interface Position {
  /** As shown to people: relative to where the command runs. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly column: number
  /** The text of the line, and how many of its characters are meant. */
  readonly excerpt: string
  readonly length: number
}

export interface Problem {
  readonly position: Position
  /** What is wrong, with the value. */
  readonly message: string
  /** The way out: nearest names, allowed values. */
  readonly hint?: string
}

/** A file, an option or a target that cannot be worked with. Exit code 2. */
export class BadInput extends Error {
  readonly problems: readonly Problem[]

  constructor(message: string, problems: readonly Problem[] = []) {
    super(message)
    this.name = 'BadInput'
    this.problems = problems
  }
}

export function rejected(problems: readonly Problem[]): BadInput {
  return new BadInput(problems.map(formatProblem).join('\n\n'), problems)
}

/**
 * `file:line:column: message`, the line with a caret under the place, and the hint:
 *
 *     entra.yaml:12:5: There is no verb "entra.sart".
 *        12 |   - entra.sart: {}
 *           |     ^^^^^^^^^^
 *       Did you mean "entra.start"?
 */
export function formatProblem({ position, message, hint }: Problem): string {
  const { file, line } = position
  const { excerpt, length, column } = partOf(position)
  const gutter = String(line).padStart(5)
  const lines = [
    `${file}:${line}:${position.column}: ${message}`,
    `${gutter} | ${excerpt}`,
    `${' '.repeat(gutter.length)} | ${caretPad(excerpt, column)}${'^'.repeat(Math.max(1, length))}`,
  ]
  return (hint === undefined ? lines : [...lines, `  ${hint}`]).join('\n')
}

/** More of a line than this is nothing to look at. */
const WIDTH = 200

/** The part of a long line that is meant. */
function partOf({ excerpt, length, column }: Position): Pick<Position, 'excerpt' | 'length' | 'column'> {
  if (excerpt.length <= WIDTH) return { excerpt, length, column }
  const from = Math.max(0, column - 1 - WIDTH / 2)
  const [before, after] = [from > 0 ? '…' : '', from + WIDTH < excerpt.length ? '…' : '']
  const at = column - from + before.length
  const part = excerpt.slice(from, from + WIDTH)
  return { excerpt: `${before}${part}${after}`, column: at, length: Math.min(length, part.length - at + 2) }
}

/** Tabs stay tabs, so that the caret stands under its character in any terminal. */
function caretPad(excerpt: string, column: number): string {
  return excerpt.slice(0, column - 1).replace(/[^\t]/g, ' ')
}
