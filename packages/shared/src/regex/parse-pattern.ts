import { eitherCase, negated } from './character-test.ts'
import type { Anchor, CharacterTest, ParsedPattern, RegexNode, RegexOptions } from './node.ts'
import { type ReadTest, readCharacterEscape, readClass } from './parse-class.ts'
import { readQuantifier } from './quantifier.ts'

interface State {
  readonly pattern: string
  at: number
  depth: number
  unnamed: number
  readonly names: string[]
  error: { readonly message: string; readonly offset: number } | null
}

const longestPattern = 5_000
const deepestGroup = 100
const noOptions: RegexOptions = {
  ignoresCase: false,
  isMultiline: false,
  isSingleLine: false,
  namedOnly: false,
  ignoresSpace: false,
}

/** Parses a .NET pattern. What this project leaves out (balancing groups, conditions) is an error that says so. */
export function parsePattern(pattern: string): ParsedPattern {
  if (pattern.length > longestPattern) {
    return { ok: false, message: `The pattern is longer than ${longestPattern} characters.`, offset: longestPattern }
  }
  const state: State = { pattern, at: 0, depth: 0, unnamed: 0, names: [], error: null }
  const node = parseAlternation(state, noOptions)
  if (state.error === null && state.at < pattern.length) fail(state, 'There is one ) too many.')
  if (state.error !== null) return { ok: false, ...state.error }
  const numbers = Array.from({ length: state.unnamed }, (_, index) => String(index + 1))
  return { ok: true, node, groups: ['0', ...numbers, ...new Set(state.names)] }
}

function fail(state: State, message: string, offset: number = state.at): RegexNode {
  state.error ??= { message, offset }
  state.at = state.pattern.length
  return { kind: 'sequence', items: [] }
}

function peek(state: State): string {
  return state.pattern.charAt(state.at)
}

function parseAlternation(state: State, options: RegexOptions): RegexNode {
  const scope = { options }
  const branches = [parseSequence(state, scope)]
  while (peek(state) === '|') {
    state.at += 1
    branches.push(parseSequence(state, scope))
  }
  const [only] = branches
  return branches.length === 1 && only !== undefined ? only : { kind: 'alternation', branches }
}

/** `(?i)` changes the options for the rest of the enclosing group, further branches included. */
function parseSequence(state: State, scope: { options: RegexOptions }): RegexNode {
  const items: RegexNode[] = []
  while (state.at < state.pattern.length && peek(state) !== '|' && peek(state) !== ')') {
    const changed = readInlineOptions(state, scope.options)
    if (changed !== null) {
      scope.options = changed
      continue
    }
    if (scope.options.ignoresSpace && skipComment(state)) continue
    const atom = parseAtom(state, scope.options)
    const quantified = parseQuantified(state, atom, scope.options)
    const last = items.at(-1)
    if (quantified.kind === 'text' && last?.kind === 'text') {
      items[items.length - 1] = { kind: 'text', tests: [...last.tests, ...quantified.tests] }
    } else items.push(quantified)
  }
  const [only] = items
  return items.length === 1 && only !== undefined ? only : { kind: 'sequence', items }
}

function skipComment(state: State): boolean {
  const skipped = /^(\s+|#[^\n]*)/.exec(state.pattern.slice(state.at))?.[0]
  if (skipped === undefined) return false
  state.at += skipped.length
  return true
}

function parseQuantified(state: State, atom: RegexNode, options: RegexOptions): RegexNode {
  while (options.ignoresSpace && skipComment(state));
  const quantifier = readQuantifier(state.pattern, state.at)
  if (quantifier === null) return atom
  const { min, max, isLazy } = quantifier
  if (max < min) return fail(state, 'The quantifier {x,y} has x above y.')
  if (Number.isFinite(max) ? max > 10_000 : min > 10_000) return fail(state, 'The quantifier counts above 10000.')
  state.at = quantifier.end
  if (readQuantifier(state.pattern, state.at) !== null) return fail(state, 'A quantifier cannot be repeated.')
  return { kind: 'repeat', item: atom, min, max, isLazy }
}

function parseAtom(state: State, options: RegexOptions): RegexNode {
  const character = peek(state)
  switch (character) {
    case '(':
      return parseGroup(state, options)
    case '[':
      return take(state, readClass(state.pattern, state.at), options)
    case '\\':
      return parseEscape(state, options)
    case '^':
      return anchor(state, options.isMultiline ? 'lineStart' : 'start', 1)
    case '$':
      return anchor(state, options.isMultiline ? 'lineEnd' : 'endBeforeNewline', 1)
    case '.':
      state.at += 1
      return { kind: 'text', tests: [options.isSingleLine ? () => true : negated((unit) => unit === 10)] }
    case '*':
    case '+':
    case '?':
      return fail(state, `The quantifier ${character} follows nothing.`)
    default:
      return take(state, literal(state), options)
  }
}

function literal(state: State): ReadTest {
  const unit = state.pattern.charCodeAt(state.at)
  return { test: (other) => other === unit, unit, end: state.at + 1 }
}

function take(state: State, read: ReadTest, options: RegexOptions): RegexNode {
  if ('message' in read) return fail(state, read.message, read.offset)
  state.at = read.end
  const test: CharacterTest = options.ignoresCase ? eitherCase(read.test) : read.test
  return { kind: 'text', tests: [test] }
}

function anchor(state: State, which: Anchor, length: number): RegexNode {
  state.at += length
  return { kind: 'anchor', anchor: which }
}

const anchorEscapes: ReadonlyMap<string, Anchor> = new Map([
  ['A', 'start'],
  ['G', 'start'],
  ['Z', 'endBeforeNewline'],
  ['z', 'end'],
  ['b', 'boundary'],
  ['B', 'noBoundary'],
])

function parseEscape(state: State, options: RegexOptions): RegexNode {
  const which = anchorEscapes.get(state.pattern.charAt(state.at + 1))
  if (which !== undefined) return anchor(state, which, 2)
  const reference = /^\\(?:k(?:<(\w+)>|'(\w+)')|([1-9]\d?))/.exec(state.pattern.slice(state.at, state.at + 80))
  if (reference === null) return take(state, readCharacterEscape(state.pattern, state.at), options)
  state.at += reference[0].length
  const key = reference[1] ?? reference[2] ?? reference[3] ?? ''
  return { kind: 'backreference', key, ignoresCase: options.ignoresCase }
}

/** Reads `(?imnsx-imnsx)`, which applies from here on; null when something else stands here. */
function readInlineOptions(state: State, options: RegexOptions): RegexOptions | null {
  const match = /^\(\?([imnsx]*)(?:-([imnsx]+))?\)/.exec(state.pattern.slice(state.at, state.at + 20))
  if (match === null) return null
  state.at += match[0].length
  return withOptions(options, match[1] ?? '', match[2] ?? '')
}

function withOptions(options: RegexOptions, on: string, off: string): RegexOptions {
  const pick = (letter: string, before: boolean): boolean => (before || on.includes(letter)) && !off.includes(letter)
  return {
    ignoresCase: pick('i', options.ignoresCase),
    isMultiline: pick('m', options.isMultiline),
    isSingleLine: pick('s', options.isSingleLine),
    namedOnly: pick('n', options.namedOnly),
    ignoresSpace: pick('x', options.ignoresSpace),
  }
}

function parseGroup(state: State, options: RegexOptions): RegexNode {
  const open = state.at
  state.depth += 1
  if (state.depth > deepestGroup) return fail(state, `Groups are nested more than ${deepestGroup} deep.`)
  const head = readGroupHead(state, options)
  if (head === null) return fail(state, 'This kind of group is not supported.', open)
  const item = parseAlternation(state, head.options)
  if (state.error !== null) return item
  if (peek(state) !== ')') return fail(state, 'The group ( is never closed.', open)
  state.at += 1
  state.depth -= 1
  return head.wrap(item)
}

interface GroupHead {
  readonly options: RegexOptions
  readonly wrap: (item: RegexNode) => RegexNode
}

function readGroupHead(state: State, options: RegexOptions): GroupHead | null {
  const rest = state.pattern.slice(state.at, state.at + 80)
  const skip = (length: number, wrap: GroupHead['wrap'], inner: RegexOptions = options): GroupHead => {
    state.at += length
    return { options: inner, wrap }
  }
  if (rest.startsWith('(?#')) return readComment(state, options)
  if (!rest.startsWith('(?')) return options.namedOnly ? skip(1, (item) => item) : skip(1, numbered(state))
  const look = /^\(\?(<?)([=!])/.exec(rest)
  if (look !== null) {
    const shape = { kind: 'look', isBehind: look[1] === '<', isNegative: look[2] === '!' } as const
    return skip(look[0].length, (item) => ({ ...shape, item }))
  }
  if (rest.startsWith('(?>')) return skip(3, (item) => ({ kind: 'atomic', item }))
  const name = /^\(\?(?:<(\w+)>|'(\w+)')/.exec(rest)
  if (name !== null) return skip(name[0].length, named(state, name[1] ?? name[2] ?? ''))
  const flags = /^\(\?([imnsx]*)(?:-([imnsx]+))?:/.exec(rest)
  if (flags === null) return null
  return skip(flags[0].length, (item) => item, withOptions(options, flags[1] ?? '', flags[2] ?? ''))
}

function numbered(state: State): GroupHead['wrap'] {
  state.unnamed += 1
  const key = String(state.unnamed)
  return (item) => ({ kind: 'group', key, item })
}

function named(state: State, name: string): GroupHead['wrap'] {
  state.names.push(name)
  return (item) => ({ kind: 'group', key: name, item })
}

function readComment(state: State, options: RegexOptions): GroupHead | null {
  const close = state.pattern.indexOf(')', state.at)
  if (close === -1) return null
  state.at = close
  return { options, wrap: () => ({ kind: 'sequence', items: [] }) }
}
