import { compileRegex, findMatches, type Regex, type RegexMatch, substitute } from '@scimulator/shared/regex'
import {
  type Arguments,
  isSupplied,
  optional,
  parameter,
  type Run,
  type StrictFunction,
  textAt,
} from '../expression-function.ts'
import { type Failure, failure, longestText } from '../value.ts'

const modes = 'Supply oldValue or regexPattern, with replacementValue, replacementAttributeName or template.'

/**
 * `Replace(source, oldValue, regexPattern, regexGroupName, replacementValue, replacementAttributeName, template)`. Which
 * arguments are supplied decides what happens; an empty pattern, group name or template counts as not supplied:
 *
 *     oldValue + replacementValue                            every occurrence is replaced
 *     oldValue + template                                    the source takes the place of oldValue in the template
 *     regexPattern + replacementValue                        .NET's Regex.Replace, with ${name} and $1
 *     regexPattern + regexGroupName + replacementValue       only what the group matched is replaced
 *     regexPattern + regexGroupName + replacementAttributeName   source, or else the group's match in that attribute
 *
 * It regards case. A null source stays null, except in the last form. Patterns run under a step limit.
 * Source: Microsoft function reference [documented]; empty arguments as in the Hugging Face guide [observed once].
 */
export const replace: StrictFunction = {
  kind: 'strict',
  name: 'Replace',
  listed: true,
  describes: 'Replaces a text within another, or what a pattern matches.',
  example: { expression: 'Replace("anna@contoso.com", "@contoso.com", , , "", , )', result: 'anna' },
  // Graph's own sample calls the second and fifth Find and Replacement.
  parameters: [
    parameter('source'),
    optional('Find'),
    optional('regexPattern'),
    optional('regexGroupName'),
    optional('Replacement'),
    optional('replacementAttributeName'),
    optional('template'),
  ],
  evaluate: (given, run) => {
    const source = textAt(given, 0)
    const pattern = textAt(given, 2) ?? ''
    if (pattern !== '') return replaceByPattern(source, pattern, given, run)
    if (source === null) return null
    if (!isSupplied(given, 1)) return failure(modes)
    const oldValue = textAt(given, 1) ?? ''
    const template = textAt(given, 6) ?? ''
    if (oldValue === '') return source
    if (template !== '') return replaceAll(template, oldValue, source)
    return isSupplied(given, 4) ? replaceAll(source, oldValue, textAt(given, 4) ?? '') : failure(modes)
  },
}

function replaceAll(text: string, oldValue: string, newValue: string): string | Failure {
  const parts = text.split(oldValue)
  if (text.length + parts.length * newValue.length > longestText) return tooLong()
  return parts.join(newValue)
}

function tooLong(): Failure {
  return failure(`The text would be longer than ${longestText} characters.`)
}

function replaceByPattern(source: string | null, pattern: string, given: Arguments, run: Run): string | null | Failure {
  const compiled = compileRegex(pattern)
  if (!compiled.ok) return failure(compiled.message)
  const { regex } = compiled
  const group = textAt(given, 3) ?? ''
  if (group !== '' && !regex.groups.includes(group)) return failure(`The pattern "${pattern}" has no group ${group}.`)
  const takesAttribute = group !== '' && !isSupplied(given, 4) && isSupplied(given, 5)
  if (takesAttribute) return sourceOrMatch(source, textAt(given, 5), regex, group, run)
  if (source === null) return null
  if (!isSupplied(given, 4)) return failure(modes)
  const found = findMatches(regex, source, run.environment.regexStepLimit, 'all')
  if (!found.ok) return failure(found.message)
  const replacement = textAt(given, 4) ?? ''
  const pieces = group === '' ? wholeMatches(found.matches) : groupMatches(found.matches, group)
  return rebuild(source, pieces, (match) =>
    group === '' ? substitute(replacement, match, regex, source) : replacement,
  )
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly match: RegexMatch
}

function wholeMatches(matches: readonly RegexMatch[]): readonly Piece[] {
  return matches.map((match) => ({ start: match.start, end: match.end, match }))
}

/** Spans of one group. A group that matched nothing leaves the text alone. */
function groupMatches(matches: readonly RegexMatch[], group: string): readonly Piece[] {
  return matches.flatMap((match) => {
    const [start, end] = match.groups.get(group) ?? [0, 0]
    return end > start ? [{ start, end, match }] : []
  })
}

function rebuild(text: string, pieces: readonly Piece[], replacement: (match: RegexMatch) => string): string | Failure {
  let built = ''
  let at = 0
  for (const piece of pieces) {
    built += text.slice(at, Math.max(at, piece.start)) + replacement(piece.match)
    at = Math.max(at, piece.end)
    if (built.length > longestText) return tooLong()
  }
  return built + text.slice(at)
}

function sourceOrMatch(
  source: string | null,
  attribute: string | null,
  regex: Regex,
  group: string,
  run: Run,
): string | null | Failure {
  if (source !== null && source !== '') return source
  if (attribute === null) return null
  const found = findMatches(regex, attribute, run.environment.regexStepLimit, 'first')
  if (!found.ok) return failure(found.message)
  const span = found.matches[0]?.groups.get(group)
  return span === undefined ? null : attribute.slice(span[0], span[1])
}
