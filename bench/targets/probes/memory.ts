import type { Figure, Probe, Sizes } from '../probe.ts'
import { carryOut } from '../subjects/subject-process.ts'

const PROGRAMS = ['receiver', 'entra'] as const

export const probe: Probe = { name: 'memory', ids: PROGRAMS.map((name) => `memory-${name}`), figures }

async function* figures({ people }: Sizes): AsyncGenerator<Figure> {
  for (const name of PROGRAMS) {
    const { rss = 0, heap = 0, whole = 0 } = await carryOut(`memory-${name}`, people)
    const note = `${heap.toFixed(0)} bytes of heap; the process has ${whole.toFixed(0)} MB`
    yield { id: `memory-${name}`, value: rss, note }
  }
}
