// A rule that is not run is not a rule. Each rule reports `path:line` so that an editor can jump there.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, ROOT, type SourceFile, sourceFiles } from './source-files.ts'

const MAX_LINE = 120
const MAX_COMMENT_LINE = 160
const MAX_FUNCTION_LINES = 60
const MAX_FILE_LINES = 380

/** The edges, where the machine's clock, chance and console may be touched. */
const EDGES = [
  'packages/shared/src/runtime/',
  'packages/shared/src/http/',
  'packages/shared/src/store/',
  'packages/scimulator/src/cli/',
  'packages/scimulator/build/',
  'packages/console/build/',
  'packages/console/src/source/',
  'packages/receiver/src/scim/host/read-bytes.ts',
  'bench/',
  'scripts/',
]

const BANNED: readonly { readonly what: RegExp; readonly why: string }[] = [
  { what: /\bDate\.now\(/, why: 'take the clock as an argument' },
  { what: /\bnew Date\(\)/, why: 'take the clock as an argument' },
  { what: /\bperformance\.now\(/, why: 'take the clock as an argument' },
  { what: /\bMath\.random\(/, why: 'take ids and chance from the seed' },
  { what: /\brandomUUID\(|\brandomBytes\(/, why: 'take ids and chance from the seed' },
  { what: /\bset(Timeout|Interval|Immediate)\(/, why: 'plan it on the schedule' },
  { what: /\bconsole\.\w+\(/, why: 'give it to the log, or print it in the command line' },
  {
    what: /\.localeCompare\(|\.toLocale\w+\(|\bIntl\./,
    why: 'compare by code unit; a locale differs between machines',
  },
]

const EVERYWHERE: readonly { readonly what: RegExp; readonly why: string }[] = [
  { what: /\bas any\b|: any\b|<any>/, why: 'use unknown and narrow it' },
  { what: /@ts-(ignore|nocheck|expect-error)/, why: 'make the types tell the truth' },
  { what: /\b(describe|test|it)\.(only|skip)\(/, why: 'a test runs or is deleted' },
  { what: /\b(TODO|FIXME|XXX)\b/, why: 'do it, or file an issue' },
  { what: /^export default /m, why: 'named exports only' },
  { what: /^\s+private\s/, why: 'private members begin with #' },
]

/** Where other programs' JSON is read. Numbers that we counted may be made texts by `String` there, and nothing that came over the wire. */
const READERS =
  /^packages\/(findings\/src|harness\/src\/(examine|suites)|entra-sim\/src\/(absorb|conversation)|okta-sim\/src\/wire)\//

/** Stories about people who have names. */
const STORIES = ['packages/harness/src/requests/acts.ts', 'packages/harness/src/examine/lives/act-texts.ts']

/** Habits of prose that stop a native reader. Each line of product code is looked at, comments and texts alike. */
const PROSE: readonly { readonly what: RegExp; readonly why: string }[] = [
  { what: /\b(?:he|him|his|himself)\b/i, why: 'a user or an administrator is "they", or is named again' },
  { what: /\bwhoever\b/i, why: 'name the party: the caller, a user who, clients that' },
  {
    what: /\b(?:title|why|detail|pain|describes|hurts): .*\b[Nn]obody\b(?!-)/,
    why: 'what users read names the party: no user, no client',
  },
  {
    what: /\bwhy: .*\b(?:every|some)body\b/i,
    why: 'what a finding says names the party: a user, all members, anyone who',
  },
  {
    what: /\bdescribes: .*\b(?:(?:some|every)body|made-up|to who)\b/i,
    why: 'what users read names the party: a user, everyone in scope, clients that; what is made up is generated',
  },
  { what: /\bfor ever\b/i, why: 'forever' },
  { what: /\btime-outs?\b/i, why: 'timeout' },
  { what: /\bhad better\b/i, why: 'should' },
  { what: /\be-mail/i, why: 'email' },
  { what: /(?<!there )\bis no (?:string|number|date|list|text|object|JSON)\b/, why: 'is not a string' },
  { what: /\bwith regard to case\b/, why: 'case-sensitively' },
  { what: /\bdescribes: (['"]).*[^.?!:'"]\1,?$/, why: 'a description ends with a full stop' },
  { what: /^\s*(?:\*|\/\*\*).*\bThrows\b/, why: '@throws, for editors' },
]

/** The same in pages that people write, outside of what is typed and printed. */
const PAGE_PROSE: readonly { readonly what: RegExp; readonly why: string }[] = [
  ...PROSE.slice(0, 2),
  { what: /\b(?:nobody|everybody)\b/i, why: 'name the party: no client, no one, every user' },
  { what: /\bmade-up\b/i, why: 'generated, or invented' },
  { what: /\b(?:at|on) an? \w+ of (?:yours|ours)\b/, why: 'your endpoint, our receiver' },
  { what: /\bin the midst of\b/, why: 'in the middle of' },
  { what: /\bin the place of an?\b/, why: 'in place of' },
]
const BY_HAND = filesBelow(join(ROOT, 'docs'), /\.md$/)
  .filter(({ path }) => !/\/(?:decisions|reference)\//.test(path))
  .filter(({ text }) => !/page is generated|Generated from|made by `?npm run/i.test(text.slice(0, 1_000)))
  .map((page) => ({ ...page, text: withoutBlocks(page.text) }))

const all = sourceFiles().filter(({ path }) => !path.startsWith('packages/harness/test/house/'))
const product = all.filter(({ isTest, path }) => !isTest && path.startsWith('packages/'))

describe('tidy', () => {
  test('no line is too long, but for texts that cannot be broken', () => {
    expect(findLines(all, isTooLong)).toEqual([])
  })

  test(`no file is longer than ${MAX_FILE_LINES} lines`, () => {
    const written = product.filter(({ path }) => !path.includes('/generated/'))
    expect(longFiles(written)).toEqual([])
  })

  test(`no function is longer than ${MAX_FUNCTION_LINES} lines`, () => {
    expect(product.flatMap((file) => longFunctions(file, MAX_FUNCTION_LINES))).toEqual([])
  })

  test.each(BANNED)('only the edges use $what: $why', ({ what }) => {
    const inside = product.filter(({ path }) => !EDGES.some((edge) => path.startsWith(edge)))
    expect(findLines(inside, (line) => what.test(line) && !isComment(line))).toEqual([])
  })

  test.each(EVERYWHERE)('nothing has $what: $why', ({ what }) => {
    const files = all.filter(({ path }) => !/vitest\.config\.ts$/.test(path))
    expect(findLines(files, (line) => what.test(line) && !isComment(line))).toEqual([])
  })

  test('a schema is made once: each one that is made anew is compiled anew', () => {
    const isMade = (line: string) =>
      /(?:\bz\.\w+\(.*\)|\.(?:omit|partial|extend|pick)\(.*\))\.(?:safeParse|parse)\(/.test(line) && !isComment(line)
    expect(findLines(product, isMade)).toEqual([])
  })

  test('JSON of others becomes a text by asText, which no member of it can break', () => {
    const readers = product.filter(({ path }) => READERS.test(path))
    const isOther = (line: string) => /\bString\((?!response\.status\))|map\(String\)/.test(line) && !isComment(line)
    expect(readers.length).toBeGreaterThan(150)
    expect(findLines(readers, isOther)).toEqual([])
  })

  test.each(PROSE)('no prose has $what: $why', ({ what }) => {
    const told = product.filter(({ path }) => !STORIES.includes(path))
    expect(findLines(told, (line) => what.test(line))).toEqual([])
  })

  test.each(PAGE_PROSE)('no page has $what: $why', ({ what }) => {
    expect(BY_HAND.length).toBeGreaterThan(25)
    expect(findLines(BY_HAND, (line) => what.test(line))).toEqual([])
  })

  test('a grade in a comment is one of those that switches have', () => {
    const isOther = (line: string) =>
      isComment(line) && /^ \*.*\b(?:source|reference)\b/i.test(line) && hasOtherGrade(line)
    expect(findLines(all, isOther)).toEqual([])
  })

  test('no file or folder has a name that says nothing', () => {
    const vague = all.filter(({ path }) => /(^|\/)(utils?|helpers?|managers?|common|misc)(\.|\/|$)/.test(path))
    expect(vague.map(({ path }) => path)).toEqual([])
  })

  test('file names are kebab-case', () => {
    const odd = all.filter(
      ({ path }) => !/^[a-z0-9][a-z0-9-]*(\.(test|config))?\.tsx?$/.test(path.split('/').pop() ?? ''),
    )
    expect(odd.map(({ path }) => path)).toEqual([])
  })
})

function findLines(files: readonly SourceFile[], isHit: (line: string) => boolean): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (isHit(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 80)}`] : [])),
  )
}

/** Blocks become empty lines, so that places stay. */
function withoutBlocks(text: string): string {
  return text.replace(/^ *(`{3,})[\s\S]*?^ *\1/gm, (block) => block.replace(/[^\n]+/g, ''))
}

function longFiles(files: readonly SourceFile[]): readonly string[] {
  return files.filter(({ text }) => text.split('\n').length > MAX_FILE_LINES).map(({ path }) => path)
}

function isTooLong(line: string): boolean {
  if (isComment(line)) return line.length > MAX_COMMENT_LINE
  return line.length > MAX_LINE && !/['"`].{50,}|https?:|\/.{50,}\//.test(line)
}

/** `[inferred]`, or with why after it: `[decided, after .NET]`. */
function hasOtherGrade(line: string): boolean {
  const words = Array.from(line.matchAll(/\[([a-z][a-z ,;]*)[^\]]*\]/g), ([, word = '']) => word)
  return words.some((word) => !/^(documented|observed|observed once|inferred|decided)\b/.test(word))
}

function isComment(line: string): boolean {
  return /^\s*(\/\/|\*|\/\*)/.test(line)
}

/** The formatter gives each function's closing brace the indentation of its first line, which is all that is needed here. */
function longFunctions({ path, text }: SourceFile, most: number): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    if (!/\bfunction\b.*[({]$|=>\s*\{$|^\s+(async )?\*?\w+\(.*\).*\{$/.test(line)) return []
    const indent = /^\s*/.exec(line)?.[0] ?? ''
    const end = lines.findIndex((other, at) => at > index && other.startsWith(`${indent}}`) && !other.endsWith('{'))
    const length = end - index + 1
    return length > most ? [`${path}:${index + 1} has ${length} lines`] : []
  })
}
