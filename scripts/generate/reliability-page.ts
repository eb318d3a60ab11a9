// docs/reliability.md: what was tried to break it, from what `npm run verify:long -- PART --record` has written.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { RELIABILITY_FOLDER, type Reliability } from '../reliability/record.ts'

const HEAD = `# Reliability

What was tried to hurt Scimulator, how often, when, and what was lost. Each table is of one run, recorded at its end;
a run that loses anything ends with an error and records nothing. Times are counts of that run, and not more than were
made. How to hurt it yourself is the command above each table. What a folder survives, and the way back, is in [the
data folder](guides/data-folder.md); what is refused, in [security](security.md); who gets how much, in
[limits](reference/limits.md).

<!-- Written by npm run generate from docs/reliability/*.json. -->
`

/** What each part is about; one that is not here shows its own name. */
const TITLES: Readonly<Record<string, string>> = {
  store: 'The store, killed under load',
  programs: 'Each program, killed under load',
  three: 'Three programs, killed in the middle of cycles and pushes',
  kills: 'Runs at a target that die',
  damage: 'Disks that fill, lie or lose',
  fuzz: 'Hostile input',
  'fuzz-faults': 'Faults that hostile input comes upon',
  idle: 'Connections that say nothing',
  soak: 'A long run',
}

export function reliabilityPage(): string {
  return `${[HEAD, ...recorded().map(section)].join('\n')}`
}

function recorded(): readonly Reliability[] {
  const order = Object.keys(TITLES)
  return (existsSync(RELIABILITY_FOLDER) ? readdirSync(RELIABILITY_FOLDER) : [])
    .filter((name) => name.endsWith('.json'))
    .map((name): Reliability => JSON.parse(readFileSync(`${RELIABILITY_FOLDER}${name}`, 'utf8')))
    .sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
}

function section({ part, command, at, rows }: Reliability): string {
  const lines = rows.map(
    ({ tried, times, lost, note = '' }) => `| ${tried} | ${grouped(times)} | ${loss(lost)} | ${note} |`,
  )
  const table = ['| tried | times | lost | |', '|---|---|---|---|', ...lines].join('\n')
  return `## ${TITLES[part] ?? part}\n\n\`${command}\`, on ${at.slice(0, 10)}.\n\n${table}\n`
}

function loss(lost: number): string {
  return lost === 0 ? 'nothing' : grouped(lost)
}

function grouped(count: number): string {
  return count.toLocaleString('en-US')
}
