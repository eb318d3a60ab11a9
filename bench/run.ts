// `npm run bench [-- PATTERN…] [--rounds N] [--slice MS] [--json FILE] [--against REV]`: measures the rows of every file
// in this folder; with `--against`, beside those of another commit; with the word `targets`, what is to be reached and whether it is.
import { readdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { AsyncBenchRow, BenchRow } from './bench-row.ts'
import { type Measurement, measure } from './measure.ts'

const NOT_ROWS = new Set(['run.ts', 'measure.ts', 'bench-row.ts', 'foreign-server.ts', 'express-endpoint.ts'])

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    slice: { type: 'string', default: '200' },
    json: { type: 'string' },
    against: { type: 'string' },
    people: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
  },
})

if (values.against !== undefined) {
  const { benchAgainst } = await import('./against/against.ts')
  const { against: revision, rounds, slice, json } = values
  process.exit(
    await benchAgainst({ revision, rounds, slice, json, patterns: positionals }).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error))
      return 2
    }),
  )
}

if (positionals[0] === 'targets') {
  const { measureTargets } = await import('./targets/measure-targets.ts')
  const numbers = { people: Number(values.people), runs: Number(values.runs), rounds: Number(values.rounds) }
  const recorded = await measureTargets({ ...numbers, sliceMs: Number(values.slice), patterns: positionals.slice(1) })
  if (values.json) writeFileSync(values.json, `${JSON.stringify(recorded, null, 2)}\n`)
  process.exit(0)
}

const measurements: Measurement[] = []
const lines: string[] = []
console.log(
  `Node ${process.version}, ${values.rounds} rounds of ${values.slice} ms each side; differences under 25 % mean nothing`,
)
for (const figures of await findFigures(positionals)) {
  for await (const line of figures()) {
    lines.push(line)
    console.log(line)
  }
}
for (const row of await findRows(positionals)) {
  const measurement = await measure(row, { rounds: Number(values.rounds), sliceMs: Number(values.slice) })
  measurements.push(measurement)
  console.log(describeMeasurement(measurement))
}
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ node: process.version, figures: lines, measurements }, null, 2)}\n`)
process.exit(measurements.length + lines.length > 0 ? 0 : 2)

type Figures = () => AsyncGenerator<string>

function benchFiles(): readonly string[] {
  const files = readdirSync(new URL('./', import.meta.url))
  return files.filter((name) => name.endsWith('.ts') && !NOT_ROWS.has(name)).sort()
}

/** Of files that print figures of their own, without a baseline. They take minutes, and are run only when they are named. */
async function findFigures(patterns: readonly string[]): Promise<readonly Figures[]> {
  const found: Figures[] = []
  for (const file of benchFiles().filter((name) => patterns.length > 0 && isWanted(name, patterns))) {
    const module: { figures?: Figures } = await import(new URL(file, import.meta.url).href)
    if (module.figures) found.push(module.figures)
  }
  return found
}

async function findRows(patterns: readonly string[]): Promise<readonly (BenchRow | AsyncBenchRow)[]> {
  const found: (BenchRow | AsyncBenchRow)[] = []
  for (const file of benchFiles()) {
    const module: { rows?: BenchRow[]; asyncRows?: AsyncBenchRow[] } = await import(new URL(file, import.meta.url).href)
    const rows = [...(module.rows ?? []), ...(module.asyncRows ?? [])]
    found.push(...rows.filter(({ name }) => isWanted(`${file} ${name}`, patterns)))
  }
  return found
}

function isWanted(text: string, patterns: readonly string[]): boolean {
  return patterns.length === 0 || patterns.some((pattern) => text.includes(pattern))
}

function describeMeasurement(one: Measurement): string {
  const cpu =
    one.cpuMicros === undefined ? '' : `  cpu ${micros(one.cpuMicros)} against ${micros(one.baselineCpuMicros ?? 0)}`
  const target = one.target === '' ? '' : `  [target: ${one.target}]`
  const rates = `${perSecond(one.rate)} against ${perSecond(one.baselineRate)} (${one.baseline})`
  return `${one.name}\n    ${one.ratio.toFixed(2)} x: ${rates}  p99 ${micros(one.p99Micros)}${cpu}${target}`
}

function perSecond(rate: number): string {
  return `${rate >= 100 ? Math.round(rate) : rate.toFixed(2)}/s`
}

function micros(value: number): string {
  return `${value >= 10 ? Math.round(value) : value.toFixed(1)} us`
}
