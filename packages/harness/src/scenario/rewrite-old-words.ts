// Rewrites old words in a text, be it a scenario, a guide with scenarios in it, or a test that has them as strings. Only what has to
// change does: comments, layout and everything around stay byte for byte.
import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { tooDeepAt } from '../written/nesting.ts'
import { OLD_WORDS, type OldWord } from './old-words.ts'

interface OldWordPlace {
  readonly line: number
  readonly column: number
  readonly old: string
  readonly now: string
}

export interface Rewritten {
  readonly text: string
  readonly places: readonly OldWordPlace[]
}

export function rewriteOldWords(text: string): Rewritten {
  const rewritten = [...OLD_WORDS].reduce(
    (current, [old, word]) => rewriteWord(rewriteSteps(current, old, word), old, word),
    text,
  )
  return { text: rewritten, places: placesIn(text) }
}

function placesIn(text: string): OldWordPlace[] {
  return text.split('\n').flatMap((content, index) =>
    [...OLD_WORDS].flatMap(([old, { now }]) =>
      [...content.matchAll(wordPattern(old))].map((match) => ({
        line: index + 1,
        column: match.index + 1,
        old,
        now,
      })),
    ),
  )
}

/** Wherever else the word stands: in prose, in quotes, as the key of a step that has nothing to move. */
function rewriteWord(text: string, old: string, { now }: OldWord): string {
  return text.replace(wordPattern(old), now)
}

function wordPattern(word: string): RegExp {
  return new RegExp(`(?<![\\w.-])${word.replaceAll('.', '\\.')}(?![\\w-])`, 'g')
}

/** Each step that begins on a line of its own: its input is rewritten in place. */
function rewriteSteps(text: string, old: string, word: OldWord): string {
  const lines = text.split('\n')
  const result: string[] = []
  for (let at = 0; at < lines.length; ) {
    const length = stepLength(lines, at, old)
    const block = lines.slice(at, at + Math.max(1, length)).join('\n')
    result.push(length === 0 ? block : rewriteStep(block, word))
    at += Math.max(1, length)
  }
  return result.join('\n')
}

/** How many lines the verb of a step takes; 0 when no such verb begins here. */
function stepLength(lines: readonly string[], at: number, old: string): number {
  const column = keyColumn(lines[at] ?? '', old)
  if (column === undefined) return 0
  const rest = lines.slice(at + 1)
  const next = rest.findIndex((line) => line.trim() !== '' && indentOf(line) <= column)
  const inner = next < 0 ? rest.length : next
  return 1 + trimmedLength(rest.slice(0, inner))
}

function trimmedLength(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() !== '') + 1
}

function keyColumn(line: string, old: string): number | undefined {
  const match = /^(\s*(?:- )?)(\S+):(?=\s|$)/.exec(line)
  return match?.[2] === old ? match[1]?.length : undefined
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** The verb and its input, as they stand. What cannot be read as YAML is left to the word's own replacement. */
function rewriteStep(block: string, { nest }: OldWord): string {
  const yaml = block.replace(/^(\s*)- /, '$1  ')
  if (tooDeepAt(yaml)) return block
  const document = parseDocument(yaml)
  if (!nest || document.errors.length > 0 || !isMap(document.contents)) return block
  const [pair] = document.contents.items
  const input = pair?.value
  if (!isMap(input)) return block
  return input.flow ? rewriteFlow(block, input, nest) : rewriteBlock(block, input, nest)
}

type Nest = NonNullable<OldWord['nest']>

interface Segment {
  readonly isKept: boolean
  readonly text: string
}

/** `{ a, b, c }`: what moves is written behind what stays, below its new members. */
function rewriteFlow(block: string, input: YAMLMap, nest: Nest): string {
  const [from = 0, to = 0] = input.range ?? []
  const close = block.lastIndexOf('}', to - 1)
  const starts = input.items.map(startOf)
  const ends = input.items.map(endOf)
  const segments = input.items.map((pair, index): Segment => {
    const gap = block.slice(ends[index] ?? 0, starts[index + 1] ?? close).replace(',', '')
    return { isKept: isKept(pair, nest), text: `${block.slice(starts[index], ends[index])}${gap.trimEnd()}` }
  })
  const moved = segments.filter((segment) => !segment.isKept)
  if (moved.length === 0) return block
  const joined = moved.map(({ text }) => text).join(', ')
  const below = nest.below.reduceRight((inner, name) => `${name}: { ${inner} }`, joined)
  const kept = segments.filter((segment) => segment.isKept).map(({ text }) => text)
  return `${block.slice(0, from)}{ ${[...kept, below].join(', ')} }${block.slice(close + 1)}`
}

/** One member a line: lines that move go to the end of the input, further in, with the comments above and beside them. */
function rewriteBlock(block: string, input: YAMLMap, nest: Nest): string {
  const lines = block.split('\n')
  const first = lineAt(block, input.items[0] ? startOf(input.items[0]) : 0)
  const starts = input.items.map((pair) => lineAt(block, startOf(pair)))
  const indent = indentOf(lines[first] ?? '')
  const segments = input.items.map((pair, index): Segment => {
    const from = index === 0 ? first : withComments(lines, starts[index] ?? 0)
    const next = starts[index + 1]
    const to = next === undefined ? lines.length : withComments(lines, next)
    return { isKept: isKept(pair, nest), text: lines.slice(from, to).join('\n') }
  })
  const moved = segments.filter((segment) => !segment.isKept)
  if (moved.length === 0) return block
  const heads = nest.below.map((name, depth) => `${' '.repeat(indent + 2 * depth)}${name}:`)
  const below = moved.map(({ text }) => text.replace(/^(?=.)/gm, '  '.repeat(nest.below.length)))
  const kept = segments.filter((segment) => segment.isKept).map(({ text }) => text)
  return [...lines.slice(0, first), ...kept, ...heads, ...below].join('\n')
}

/** The first of the comment lines directly above a line. */
function withComments(lines: readonly string[], at: number): number {
  let from = at
  while (/^\s*#/.test(lines[from - 1] ?? '')) from -= 1
  return from
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1
}

function isKept({ key }: Pair, { keep }: Nest): boolean {
  return isScalar(key) && keep.includes(String(key.value))
}

function startOf({ key }: Pair): number {
  return isScalar(key) ? (key.range?.[0] ?? 0) : 0
}

function endOf({ key, value }: Pair): number {
  const node = value ?? key
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  return Array.isArray(range) ? Number(range[1]) : 0
}
