// YAML with the place of everything in it, so that each message can name file, line and column.
import { UNMEASURABLE, unmeasurable } from '@scimulator/shared/behaviour'
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { MOST_LEVELS, tooDeepAt } from './nesting.ts'
import { BadInput, type Position, rejected } from './problem.ts'

export type Path = readonly (string | number)[]

export interface YamlDocument {
  /** As shown to people. */
  readonly file: string
  readonly text: string
  /** The content as plain JSON values. */
  readonly value: unknown
  /** Where the value at `path` stands, or its key; where there is no such thing, the nearest part around it. */
  position(path: Path, part?: 'key' | 'value'): Position
}

/** Behind the first few, syntax errors follow from one another; in what is not YAML there are thousands. */
const SHOWN = 3

const MOST_ALIASES = 1_000
const TOO_DEEP = `It is nested deeper than ${MOST_LEVELS} levels.`

/** @throws BadInput with the first syntax errors of the text, where it is nested too deep, or has a length that no schema can check. */
export function readYaml(file: string, text: string): YamlDocument {
  const deep = tooDeepAt(text)
  if (deep) {
    const excerpt = text.split(/\r?\n/, deep.line).slice(-1).join('')
    throw rejected([{ position: { file, ...deep, excerpt, length: 1 }, message: TOO_DEEP }])
  }
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' })
  const lines = text.split(/\r?\n/)

  function positionOf(from: number, to: number): Position {
    const { line, col } = lineCounter.linePos(from)
    const excerpt = lines[line - 1] ?? ''
    const length = Math.min(Math.max(1, to - from), Math.max(1, excerpt.length - col + 1))
    return { file, line, column: col, excerpt, length }
  }

  if (document.errors.length > 0) {
    if (/^\{"scimulatorRecording"/.test(text))
      throw new BadInput(`${file} is a recording. "scimulator init --from ${file}" makes a scenario of it.`)
    const shown = document.errors.slice(0, SHOWN)
    throw rejected(
      shown.map(({ pos, message }) => ({ position: positionOf(pos[0], pos[1]), message: inWords(message) })),
    )
  }
  const root = document.contents
  const position = (path: Path, part: 'key' | 'value' = 'value'): Position => {
    const [from, to] = find(root, path, part, (node) => (isAlias(node) ? node.resolve(document) : node))
    return positionOf(from, to)
  }
  const value = contentOf(document, file)
  const odd = unmeasurable(value)
  if (odd) throw rejected([{ position: position(odd, 'key'), message: UNMEASURABLE }])
  return { file, text, value, position }
}

/**
 * Aliases are followed here: one of an anchor that is not there, one within its own anchor, and more of them than any file needs are found
 * no earlier. @throws BadInput
 */
function contentOf(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES })
    const levels = levelsOf(value, new Set(), new Map())
    if (levels === Number.POSITIVE_INFINITY) throw new ReferenceError('An anchor holds an alias of itself')
    if (levels > MOST_LEVELS) throw new RangeError(`With its aliases it is nested deeper than ${MOST_LEVELS} levels`)
    return value
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error
    throw new BadInput(`${file} cannot be used: ${error.message}.`)
  }
}

/** How many lists and maps are one within the other; Infinity where one holds itself. */
function levelsOf(value: unknown, above: Set<unknown>, known: Map<unknown, number>): number {
  if (typeof value !== 'object' || value === null) return 0
  if (above.has(value)) return Number.POSITIVE_INFINITY
  const before = known.get(value)
  if (before !== undefined) return before
  above.add(value)
  const below = Object.values(value).reduce<number>((most, one) => Math.max(most, levelsOf(one, above, known)), 0)
  above.delete(value)
  known.set(value, below + 1)
  return below + 1
}

/** A value that nobody has written yet: all of it stands at the beginning of its one line. */
export function unwrittenDocument(file: string, value: unknown): YamlDocument {
  return {
    file,
    get text() {
      return JSON.stringify(value)
    },
    value,
    position: () => ({ file, line: 1, column: 1, excerpt: '', length: 1 }),
  }
}

/** As the parser says it, but for what reads badly beside a line that is empty: where a text in quotes does not end. */
function inWords(message: string): string {
  const [, quote] = /^Missing closing (["'])quote$/.exec(message) ?? []
  return quote === undefined ? `${message}.` : `A text that begins with ${quote} on a line above does not end.`
}

type Range = readonly [from: number, to: number]
type Resolve = (node: unknown) => unknown

function find(root: unknown, path: Path, part: 'key' | 'value', resolve: Resolve): Range {
  let node = resolve(root)
  let range: Range = rangeOf(node) ?? [0, 1]
  for (const [depth, step] of path.entries()) {
    const child = childOf(node, step)
    if (!child) return range
    const isLast = depth === path.length - 1
    const key = isPair(child) ? rangeOf(child.key) : undefined
    const value = isPair(child) ? child.value : child
    range = (isLast && part === 'value' ? rangeOf(value) : key) ?? rangeOf(value) ?? range
    node = resolve(value)
  }
  return range
}

function childOf(node: unknown, step: string | number): Pair | Node | undefined {
  if (isMap(node)) {
    return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  }
  return isSeq(node) ? (node.items[Number(step)] as Node | undefined) : undefined
}

/** A block's range may begin on its first key and end far below: the message shows its first line only. */
function rangeOf(node: unknown): Range | undefined {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return undefined
  return node.range ? [node.range[0], node.range[1]] : undefined
}
