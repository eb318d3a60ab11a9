import { compileMatcher, type Matcher, type Search } from './matcher.ts'
import { parsePattern } from './parse-pattern.ts'

/** A compiled pattern. `groups` lists its groups by key, `0` first, unnamed before named. */
export interface Regex {
  readonly pattern: string
  readonly groups: readonly string[]
  readonly matcher: Matcher
}

/** One match: its span and that of each group that took part. */
export interface RegexMatch {
  readonly start: number
  readonly end: number
  readonly groups: ReadonlyMap<string, readonly [number, number]>
}

/** A compiled pattern, or what is wrong with it. */
export type CompiledRegex =
  | { readonly ok: true; readonly regex: Regex }
  | { readonly ok: false; readonly message: string }

/** Matches, or the news that the step limit was reached. */
export type RegexMatches =
  | { readonly ok: true; readonly matches: readonly RegexMatch[] }
  | { readonly ok: false; readonly message: string }

const cache = new Map<string, CompiledRegex>()
const largestCache = 200

/** Compiles a .NET pattern; the last few hundred patterns are kept, because mappings use the same ones for every user. */
export function compileRegex(pattern: string): CompiledRegex {
  const known = cache.get(pattern)
  if (known !== undefined) return known
  const compiled = compile(pattern)
  if (cache.size >= largestCache) cache.clear()
  cache.set(pattern, compiled)
  return compiled
}

function compile(pattern: string): CompiledRegex {
  const parsed = parsePattern(pattern)
  if (!parsed.ok) {
    return { ok: false, message: `The regular expression "${pattern}" is not valid: ${parsed.message}` }
  }
  return { ok: true, regex: { pattern, groups: parsed.groups, matcher: compileMatcher(parsed.node) } }
}

/**
 * All matches from left to right, or only the first. The limit counts steps over the whole search; reaching it is a
 * result, never an exception.
 */
export function findMatches(regex: Regex, text: string, stepLimit: number, count: 'all' | 'first'): RegexMatches {
  const matches: RegexMatch[] = []
  const budget = { steps: stepLimit }
  let from = 0
  while (from <= text.length) {
    const found = findFrom(regex, text, from, budget)
    if (found === 'exhausted') return { ok: false, message: exhaustedMessage(regex, stepLimit) }
    if (found === null) break
    matches.push(found)
    if (count === 'first') break
    from = found.end > found.start ? found.end : found.end + 1
  }
  return { ok: true, matches }
}

function exhaustedMessage(regex: Regex, stepLimit: number): string {
  return `The regular expression "${regex.pattern}" took more than ${stepLimit} steps; make its repetitions simpler.`
}

function findFrom(
  regex: Regex,
  text: string,
  from: number,
  budget: { steps: number },
): RegexMatch | null | 'exhausted' {
  for (let start = from; start <= text.length; start += 1) {
    const search: Search = { text, groups: new Map(), steps: budget.steps, depth: 0, isExhausted: false }
    let end = -1
    const isMatch = regex.matcher(search, start, (reached) => {
      end = reached
      return true
    })
    budget.steps = search.steps
    if (search.isExhausted) return 'exhausted'
    if (isMatch) return { start, end, groups: search.groups }
  }
  return null
}
