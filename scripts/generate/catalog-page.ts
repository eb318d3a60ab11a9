// scenarios/CATALOG.md: the question of each file, what it answers in a sentence, what it proves, and how much time passes in it.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { combinationsOf } from '../../packages/harness/src/scenario/matrix.ts'
import { parseDuration } from '../../packages/shared/src/runtime/duration.ts'

const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url))
/** Beside the generator: the package ships the files, which tell their answers, and has no room for more. */
const QUESTIONS = fileURLToPath(new URL('questions.yaml', import.meta.url))
/** What is no story: files that must not load, and what stories read. */
const NO_STORIES = new Set(['rejected', 'fixtures', 'fragments', 'goldens', 'schema', 'node_modules'])

interface Entry {
  readonly folder: string
  readonly path: string
  readonly answer: string
  readonly question: string
  readonly proves: readonly string[]
  readonly runs: number
  /** Milliseconds of the company's time, as far as `advance` says it. */
  readonly passes: number
}

export function catalogPage(): string {
  const entries = entriesBelow(SCENARIOS)
  const folders = [...new Set(entries.map(({ folder }) => folder))]
  return [
    '# What the scenarios answer',
    '',
    `${entries.length} files, ${entries.reduce((sum, { runs }) => sum + runs, 0)} runs with their matrices, sorted by the question. The answer is the file's title.`,
    '"Passes" is the time that goes by at the company; a run takes milliseconds.',
    '',
    'This page is generated: `npm run generate`.',
    ...folders.flatMap((folder) => ['', `## ${folder}/`, '', ...table(entries.filter((one) => one.folder === folder))]),
    '',
  ].join('\n')
}

function table(entries: readonly Entry[]): readonly string[] {
  const rows = entries.toSorted((a, b) => (a.question < b.question ? -1 : 1)).map(row)
  return ['| question | answer | proves | runs | passes |', '|---|---|---|---|---|', ...rows]
}

function row({ path, question, answer, proves, runs, passes }: Entry): string {
  return `| [${cell(question)}](${path}) | ${cell(answer)} | ${proves.join(', ')} | ${runs} | ${spanText(passes)} |`
}

function entriesBelow(folder: string): readonly Entry[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => {
      const path = join(folder, one.name)
      if (one.isDirectory()) return NO_STORIES.has(one.name) ? [] : entriesBelow(path)
      return /\.ya?ml$/.test(one.name) ? (entryOf(path) ?? []) : []
    })
}

/** Undefined for a file that others include. */
function entryOf(file: string): Entry | undefined {
  const written = parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>
  if (typeof written.scenario !== 'string') return undefined
  const path = relative(SCENARIOS, file).split(sep).join('/')
  return {
    folder: path.slice(0, path.lastIndexOf('/')),
    path,
    answer: written.scenario,
    question: questionOf(path.replace(/\.ya?ml$/, '')),
    proves: [...new Set(valuesOf('proves', written).flat().map(String))].sort(),
    runs: runsOf(written.matrix),
    passes: valuesOf('advance', written.steps).reduce((sum: number, one) => sum + (parseDuration(String(one)) ?? 0), 0),
  }
}

/** Empty, and thereby first of the page, until somebody has written it. */
function questionOf(name: string): string {
  return questions.get(name) ?? ''
}

const questions = new Map<string, string>(Object.entries(parse(readFileSync(QUESTIONS, 'utf8'))))

/** Every value under that key, at any depth. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(key, one))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? [inner] : valuesOf(key, inner)))
}

function runsOf(matrix: unknown): number {
  return combinationsOf(matrix as Parameters<typeof combinationsOf>[0]).length
}

/** In the largest unit that leaves something, to one digit behind the point. */
function spanText(ms: number): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const
  const [name, length] = units.find(([, one]) => ms >= one) ?? ['', 0]
  if (length === 0) return ''
  const amount = Math.round((ms / length) * 10) / 10
  return `${amount} ${name}${amount === 1 ? '' : 's'}`
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim()
}
