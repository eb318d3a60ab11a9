// The bundled command as it is installed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Figure, median, type Probe, type Sizes } from '../probe.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const COMMAND = join(ROOT, 'packages/scimulator/dist/scimulator.js')
const ONE = join(ROOT, 'scenarios/entra/help-page.yaml')

export const probe: Probe = { name: 'starting', ids: ['help', 'one-scenario', 'collection'], figures }

async function* figures({ rounds }: Sizes): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'scimulator-bench-'))
  const node = (...args: readonly string[]) => seconds(folder, args)
  try {
    const turns = Array.from({ length: 3 * rounds }, () => [node('-e', '0'), node(COMMAND, '--help')] as const)
    const [bare, help] = [median(turns.map(([one]) => one)), median(turns.map(([, one]) => one))]
    const note = `${(help * 1_000).toFixed(0)} ms against ${(bare * 1_000).toFixed(0)} ms`
    yield { id: 'help', value: help / bare, note }
    const ran = median(Array.from({ length: rounds }, () => node(COMMAND, 'run', ONE)))
    yield { id: 'one-scenario', value: ran, note: `${(ran / bare).toFixed(1)} times \`node -e 0\`` }
    yield await collection(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function collection(folder: string): Promise<Figure> {
  const result = join(folder, 'result.json')
  const took = seconds(folder, [COMMAND, 'run', join(ROOT, 'scenarios'), '--json', result])
  const { scenarios } = (await import(result, { with: { type: 'json' } })).default as { scenarios: unknown[] }
  return {
    id: 'collection',
    value: (took * 218) / scenarios.length,
    note: `${scenarios.length} runs in ${took.toFixed(1)} s`,
  }
}

function seconds(cwd: string, args: readonly string[]): number {
  const before = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr.slice(0, 500)}`)
  return (performance.now() - before) / 1_000
}
