// docs/performance.md: every target with the figure of a recorded run, and why those that are missed are missed.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { Recorded, RecordedFigure } from '../../bench/targets/recorded.ts'
import { isMet, TARGETS, type Target } from '../../bench/targets/targets.ts'

const FOLDER = fileURLToPath(new URL('../../docs/performance/', import.meta.url))
/** By target: where the time goes, as a profile shows it. */
const REASONS: Readonly<Record<string, string>> = parse(readFileSync(`${FOLDER}reasons.yaml`, 'utf8'))

export function performancePage(): string {
  const runs = recordedRuns()
  const figures = new Map(runs.flatMap((run) => run.figures.map((figure) => [figure.id, figure] as const)))
  const missed = TARGETS.filter((target) => verdictOf(target, figures.get(target.id)) === 'missed')
  return [
    ...heading(runs),
    ...[...new Set(TARGETS.map(({ group }) => group))].flatMap((group) => section(group, figures)),
    ...(missed.length > 0 ? ['## Why the missed ones are missed', ''] : []),
    ...missed.map(
      ({ id, group, what }) => `- **${group}, ${what}**: ${REASONS[id] ?? 'No profile has been taken yet.'}`,
    ),
    ...(missed.length > 0 ? [''] : []),
  ].join('\n')
}

/** In the order of their names; a later one replaces the figures that it has measured again. */
function recordedRuns(): readonly Recorded[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
  return files.sort().map((name): Recorded => JSON.parse(readFileSync(`${FOLDER}${name}`, 'utf8')))
}

function heading(runs: readonly Recorded[]): readonly string[] {
  return [
    '# Performance',
    '',
    'What is to be reached, and what was. Each figure comes from one of these runs, the latest that has it; most are ratios to a baseline that',
    'ran in the same seconds, as seconds of one machine say little about another. A new run is written with `--json` into `docs/performance/`.',
    '',
    'This page is generated: `npm run generate`.',
    '',
    '| date | machine | speed | command |',
    '|---|---|---|---|',
    ...runs.map(runRow),
    '',
  ]
}

function runRow({ date, machine, command }: Recorded): string {
  const { node, platform, cores, processor, memoryGiB, slowness } = machine
  const speed = slowness === 1 ? 'quiet' : `busy: work takes ${slowness} times as long as on a quiet one`
  return `| ${date} | Node ${node}, ${platform}, ${cores} cores, ${processor}, ${memoryGiB} GiB | ${speed} | \`${command}\` |`
}

function section(group: string, figures: ReadonlyMap<string, RecordedFigure>): readonly string[] {
  const rows = TARGETS.filter((target) => target.group === group).map((target) => row(target, figures.get(target.id)))
  return [
    ...[
      `## ${group}`,
      '',
      '| what | measured | target | figure | | people | behind it |',
      '|---|---|---|---|---|---|---|',
    ],
    ...rows,
    '',
  ]
}

function row(target: Target, figure: RecordedFigure | undefined): string {
  const { what, measured, is, limit, unit } = target
  const shown = figure ? `${rounded(figure.value)} ${unit}` : ''
  const people = figure ? grouped(figure.people) : ''
  const cells = [what, measured, `${is} ${limit} ${unit}`, shown, verdictOf(target, figure), people, figure?.note ?? '']
  return `| ${cells.join(' | ')} |`
}

function verdictOf(target: Target, figure: RecordedFigure | undefined): 'met' | 'missed' | 'not measured' {
  if (!figure) return 'not measured'
  return isMet(target, figure.value) ? 'met' : 'missed'
}

function rounded(value: number): string {
  return value >= 100 ? grouped(Math.round(value)) : value.toFixed(2)
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
