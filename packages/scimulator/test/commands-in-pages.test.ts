// Each `scimulator …` that a page shows is parsed by the command itself: a word or an option that does not exist is an error.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, CommanderError } from 'commander'
import { describe, expect, test } from 'vitest'
import { createProgram } from '../src/cli/program.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** What is written for readers; decisions tell what was once so. */
const PAGES = ['README.md', 'AGENTS.md', 'CONTRIBUTING.md', ...pagesBelow('docs'), ...pagesBelow('examples')].sort()

interface Shown {
  readonly page: string
  readonly typed: string
  /** In running text a command may be named without what it needs. */
  readonly isNamed: boolean
}

const shown = PAGES.flatMap(commandsIn)

describe('commands in pages', () => {
  test('are found: in blocks, and between backticks', () => {
    expect(shown.filter(({ isNamed }) => !isNamed).length).toBeGreaterThan(70)
    expect(shown.filter(({ isNamed }) => isNamed).length).toBeGreaterThan(40)
  })

  test.each(PAGES.filter((page) => shown.some((one) => one.page === page)))('%s has none that is refused', (page) => {
    const own = shown.filter((one) => one.page === page)
    expect(own.flatMap((one) => complaintOf(one.typed, one.isNamed) ?? [])).toEqual([])
  })

  test('a line that is typed begins the same everywhere, so that it works where the package is installed', () => {
    expect(PAGES.flatMap((page) => bareIn(page))).toEqual([])
  })

  test.each([
    ['scimulator tst http://localhost', /unknown command 'tst'/],
    ['scimulator test http://localhost --tokn secret', /unknown option '--tokn'/],
    ['scimulator entra upp', /unknown command 'upp'/],
    ['scimulator up --port http', /--port/],
    ['scimulator report show', /missing required argument/],
  ])('%s would be refused', (typed, complaint) => {
    expect(complaintOf(typed, false)).toMatch(complaint)
  })
})

/** Lines of blocks that are typed as they stand. */
function linesIn(text: string): string[] {
  const blocks = Array.from(
    text.matchAll(/^ *```(?:sh|console|yaml|bash)\n([\s\S]*?)^ *```/gm),
    ([, block = '']) => block,
  )
  return blocks.flatMap((block) => block.replace(/ *\\\n */g, ' ').split('\n'))
}

function bareIn(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8')
  return linesIn(text).flatMap((line) =>
    /^(?:\$ |- run: |run: |\w+=\S* )*scimulator /.test(line.trim()) ? [`${page}: ${line}`] : [],
  )
}

function commandsIn(page: string): Shown[] {
  const text = readFileSync(join(ROOT, page), 'utf8')
  const lines = linesIn(text)
  const outside = text.replace(/^ *(`{3,})[\s\S]*?^ *\1/gm, '')
  const spans = Array.from(outside.matchAll(/`([^`\n]+)`/g), ([, span = '']) => span)
  const inBlocks = lines.flatMap((line) => commandIn(line) ?? []).map((typed) => ({ page, typed, isNamed: false }))
  return [
    ...inBlocks,
    ...spans.flatMap((span) => commandIn(span) ?? []).map((typed) => ({ page, typed, isNamed: true })),
  ]
}

/** Without what stands before it. */
function commandIn(line: string): string | undefined {
  const [, rest] =
    /^(?:\$ |- run: |run: |\w+=\S* |[^']*&& )*(?:npx (?:--yes )?)?scimulator(?:@\S+)? (.*)$/.exec(line.trim()) ?? []
  return rest === undefined || rest.includes('…') ? undefined : `scimulator ${rest}`
}

/** What the command has against it; undefined when it would begin to work. */
function complaintOf(typed: string, isNamed: boolean): string | undefined {
  try {
    idle(createProgram()).parse(wordsOf(typed), { from: 'user' })
    return undefined
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    const isFine = error.exitCode === 0 || (isNamed && INCOMPLETE.has(error.code))
    return isFine ? undefined : `${typed}: ${error.message}`
  }
}

/** As a shell hands them over: up to what the command is piped to, or what is said of it. */
function wordsOf(typed: string): string[] {
  const [, ...words] = Array.from(typed.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g), ([word]) => word)
  const end = words.findIndex((word) => /^(?:#|[|&]+|\d?>+)/.test(word))
  return words.slice(0, end < 0 ? undefined : end).map((word) => word.replace(/['"]/g, ''))
}

/** `commander.help` is what a group of commands answers that was named alone. */
const INCOMPLETE = new Set([
  ...['commander.missingArgument', 'commander.optionMissingArgument', 'commander.missingMandatoryOptionValue'],
  'commander.help',
])

/** Parses, prints nothing and does nothing. */
function idle(command: Command): Command {
  command.configureOutput({ writeOut: () => {}, writeErr: () => {} })
  if (command.commands.length === 0) command.action(() => {})
  for (const one of command.commands) idle(one)
  return command
}

function pagesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.md$/.test(path) && !/(^|[\\/])(node_modules|decisions|api)[\\/]/.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
}
