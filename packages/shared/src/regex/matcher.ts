import { isWord } from './character-test.ts'
import type { Anchor, RegexNode } from './node.ts'

/** State of one search. When the steps run out everything fails at once, and the caller asks `isExhausted`. */
export interface Search {
  readonly text: string
  /** Start and end of each group, by key. */
  readonly groups: Map<string, readonly [number, number]>
  steps: number
  depth: number
  isExhausted: boolean
}

/** Goes on after a match that ended at a place. */
type Continue = (end: number) => boolean

/** Tries to match from a place and goes on with the rest of the pattern. */
export type Matcher = (search: Search, at: number, next: Continue) => boolean

/** Deepest nesting of matches; each costs a few frames of the call stack. */
const deepestMatch = 1_200

/** Compiles a node to closures that backtrack by calling what follows. */
export function compileMatcher(node: RegexNode): Matcher {
  const matcher = compileNode(node)
  return (search, at, next) => {
    search.steps -= 1
    if (search.steps < 0 || search.depth >= deepestMatch) search.isExhausted = true
    if (search.isExhausted) return false
    search.depth += 1
    const isMatch = matcher(search, at, next)
    search.depth -= 1
    return isMatch
  }
}

function compileNode(node: RegexNode): Matcher {
  switch (node.kind) {
    case 'text':
      return matchText(node)
    case 'sequence':
      return matchSequence(node.items.map(compileMatcher))
    case 'alternation':
      return matchAlternation(node.branches.map(compileMatcher))
    case 'repeat':
      return node.item.kind === 'text' && node.item.tests.length === 1
        ? matchCharacters(node)
        : matchRepeat(node, compileMatcher(node.item))
    case 'group':
      return matchGroup(node.key, compileMatcher(node.item))
    case 'atomic':
      return matchAtomic(compileMatcher(node.item))
    case 'look':
      return matchLook(node, compileMatcher(node.item))
    case 'anchor':
      return (search, at, next) => isAnchored(search.text, at, node.anchor) && next(at)
    case 'backreference':
      return matchBackreference(node)
  }
}

function matchText({ tests }: RegexNode & { kind: 'text' }): Matcher {
  return (search, at, next) => {
    if (at + tests.length > search.text.length) return false
    for (let index = 0; index < tests.length; index += 1) {
      search.steps -= 1
      if (tests[index]?.(search.text.charCodeAt(at + index)) !== true) return false
    }
    return next(at + tests.length)
  }
}

function matchSequence(items: readonly Matcher[]): Matcher {
  const from = (index: number, search: Search, at: number, next: Continue): boolean => {
    const item = items[index]
    return item === undefined ? next(at) : item(search, at, (end) => from(index + 1, search, end, next))
  }
  return (search, at, next) => from(0, search, at, next)
}

function matchAlternation(branches: readonly Matcher[]): Matcher {
  return (search, at, next) => branches.some((branch) => branch(search, at, next))
}

/** Repetition of a single character, the usual case: no nesting, and every character looked at is a step. */
function matchCharacters(node: RegexNode & { kind: 'repeat' }): Matcher {
  const test = node.item.kind === 'text' ? node.item.tests[0] : undefined
  return (search, at, next) => {
    const most = Math.min(node.max, search.text.length - at)
    const isAt = (count: number): boolean => test?.(search.text.charCodeAt(at + count)) === true
    let count = 0
    const reach = node.isLazy ? Math.min(node.min, most) : most
    while (count < reach && isAt(count)) count += 1
    search.steps -= count
    if (count < node.min) return false
    if (node.isLazy) {
      for (;;) {
        if (next(at + count)) return true
        if (count >= most || search.isExhausted || !isAt(count)) return false
        count += 1
        search.steps -= 1
      }
    }
    for (; count >= node.min && !search.isExhausted; count -= 1) if (next(at + count)) return true
    return false
  }
}

function matchRepeat(node: RegexNode & { kind: 'repeat' }, item: Matcher): Matcher {
  const round = (count: number, search: Search, at: number, next: Continue): boolean => {
    // A round that consumed nothing would go on forever; it counts for the minimum only.
    const again = (): boolean =>
      count < node.max &&
      item(search, at, (end) => (end > at || count < node.min) && round(count + 1, search, end, next))
    if (count < node.min) return again()
    return node.isLazy ? next(at) || again() : again() || next(at)
  }
  return (search, at, next) => round(0, search, at, next)
}

function matchGroup(key: string, item: Matcher): Matcher {
  return (search, at, next) =>
    item(search, at, (end) => {
      const before = search.groups.get(key)
      search.groups.set(key, [at, end])
      if (next(end)) return true
      if (before === undefined) search.groups.delete(key)
      else search.groups.set(key, before)
      return false
    })
}

function matchAtomic(item: Matcher): Matcher {
  return (search, at, next) => {
    let reached = -1
    const isMatch = item(search, at, (end) => {
      reached = end
      return true
    })
    return isMatch && next(reached)
  }
}

function matchLook(node: RegexNode & { kind: 'look' }, item: Matcher): Matcher {
  return (search, at, next) => {
    const isFound = node.isBehind ? looksBehind(item, search, at) : item(search, at, () => true)
    return !search.isExhausted && isFound !== node.isNegative && next(at)
  }
}

function looksBehind(item: Matcher, search: Search, at: number): boolean {
  for (let start = at; start >= 0 && !search.isExhausted; start -= 1) {
    if (item(search, start, (end) => end === at)) return true
  }
  return false
}

function matchBackreference({ key, ignoresCase }: RegexNode & { kind: 'backreference' }): Matcher {
  const fold = (text: string): string => (ignoresCase ? text.toLowerCase() : text)
  return (search, at, next) => {
    const group = search.groups.get(key)
    if (group === undefined) return false
    search.steps -= group[1] - group[0]
    const wanted = search.text.slice(group[0], group[1])
    return fold(search.text.slice(at, at + wanted.length)) === fold(wanted) && next(at + wanted.length)
  }
}

function isAnchored(text: string, at: number, anchor: Anchor): boolean {
  switch (anchor) {
    case 'start':
      return at === 0
    case 'lineStart':
      return at === 0 || text.charAt(at - 1) === '\n'
    case 'end':
      return at === text.length
    case 'lineEnd':
      return at === text.length || text.charAt(at) === '\n'
    case 'endBeforeNewline':
      return at === text.length || (at === text.length - 1 && text.charAt(at) === '\n')
    case 'boundary':
      return isBoundary(text, at)
    case 'noBoundary':
      return !isBoundary(text, at)
  }
}

function isBoundary(text: string, at: number): boolean {
  const before = at > 0 && isWord(text.charCodeAt(at - 1))
  const after = at < text.length && isWord(text.charCodeAt(at))
  return before !== after
}
