import type { Figure, Probe, Sizes } from '../probe.ts'
import { type ServerProcess, startServer } from '../servers/server-process.ts'
import { beside, rateFigure } from './beside.ts'
import { filterOn, get } from './requests.ts'

const OPERATIONS = {
  get,
  'filter-name': filterOn((userName) => `userName eq "${userName}"`),
  'filter-external': filterOn((_userName, externalId) => `externalId eq "${externalId}"`),
  'filter-email': filterOn((userName) => `emails[type eq "work"].value eq "${userName}"`),
} as const
const WIDTH = 10

export const probe: Probe = {
  name: 'reads',
  ids: [...Object.keys(OPERATIONS).flatMap((name) => [`${name}-express`, `${name}-scimmy`]), 'compacting'],
  figures,
}

async function* figures(sizes: Sizes): AsyncGenerator<Figure> {
  const mine = await startServer('lark', sizes.people)
  for (const baseline of ['echo', 'scimmy'] as const) {
    const other = await startServer(baseline, sizes.people)
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      const id = `${name}-${baseline === 'echo' ? 'express' : 'scimmy'}`
      yield rateFigure(id, await beside(mine, other, operation, sizes, WIDTH))
    }
    await other.stop()
  }
  yield await whileCompacting(mine)
  await mine.stop()
}

async function whileCompacting(server: ServerProcess): Promise<Figure> {
  const took: number[] = []
  let isOver = false
  const compacted = server.order('compact').finally(() => {
    isOver = true
  })
  const ask = async (): Promise<void> => {
    for (let turn = 0; !isOver; turn += 1) {
      const before = performance.now()
      await server.send(get(server, turn))
      took.push(performance.now() - before)
    }
  }
  await Promise.all([compacted, ...Array.from({ length: WIDTH }, ask)])
  took.sort((a, b) => a - b)
  const value = took[Math.floor(took.length * 0.99)] ?? 0
  return { id: 'compacting', value, note: `${took.length} requests, the slowest ${(took.at(-1) ?? 0).toFixed(1)} ms` }
}
