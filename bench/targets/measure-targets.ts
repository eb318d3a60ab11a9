// `npm run bench -- targets [PROBE…] [--people N] [--runs N] [--json FILE]`: the figure of every target, the median of several runs.
import { cpus, platform, totalmem } from 'node:os'
import { slowness } from '../../scripts/gate/machine-speed.ts'
import { type Figure, median, type Sizes } from './probe.ts'
import { PROBES } from './probes/all.ts'
import type { Recorded, RecordedFigure } from './recorded.ts'
import { isMet, TARGETS } from './targets.ts'

export interface TargetOptions extends Sizes {
  readonly runs: number
  /** Names of probes or of targets; none is all. */
  readonly patterns: readonly string[]
}

export async function measureTargets(options: TargetOptions): Promise<Recorded> {
  const before = await slowness()
  const figures: RecordedFigure[] = []
  for (const load of PROBES) {
    const { probe } = await load()
    const isWanted = (name: string) => options.patterns.includes(name)
    if (options.patterns.length > 0 && !isWanted(probe.name) && !probe.ids.some(isWanted)) continue
    const runs: (readonly Figure[])[] = []
    for (let run = 0; run < options.runs; run += 1) runs.push(await all(probe.figures(options)))
    for (const id of probe.ids) figures.push(told(middleOf(id, runs), options))
  }
  return { ...machine(Math.max(before, await slowness())), ...asked(options), figures }
}

async function all(figures: AsyncGenerator<Figure>): Promise<readonly Figure[]> {
  const found: Figure[] = []
  for await (const figure of figures) found.push(figure)
  return found
}

/** The run in the middle, with what stands behind its figure. */
function middleOf(id: string, runs: readonly (readonly Figure[])[]): Figure {
  const found = runs.flatMap((run) => run.filter((one) => one.id === id))
  const value = median(found.map((one) => one.value))
  const middle = found.find((one) => one.value === value)
  if (!middle) throw new Error(`No probe has measured ${id}.`)
  return middle
}

function told(figure: Figure, { people }: TargetOptions): RecordedFigure {
  const target = TARGETS.find(({ id }) => id === figure.id)
  if (!target) throw new Error(`There is no target ${figure.id}.`)
  const { group, what, unit, limit, is } = target
  const verdict = isMet(target, figure.value) ? 'met' : 'missed'
  console.log(`${group}, ${what}: ${figure.value.toFixed(2)} ${unit} (${is} ${limit}: ${verdict}) ${figure.note}`)
  return { ...figure, people }
}

function machine(slower: number) {
  const [core] = cpus()
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      ...{ node: process.version, platform: platform(), cores: cpus().length, processor: core?.model.trim() ?? '' },
      ...{ memoryGiB: Math.round(totalmem() / 2 ** 30), slowness: Math.round(slower * 10) / 10 },
    },
  }
}

function asked({ runs, rounds, sliceMs, people, patterns }: TargetOptions) {
  const words = patterns.map((one) => ` ${one}`).join('')
  const numbers = `--people ${people} --runs ${runs} --rounds ${rounds} --slice ${sliceMs}`
  return { command: `npm run bench -- targets${words} ${numbers}` }
}
