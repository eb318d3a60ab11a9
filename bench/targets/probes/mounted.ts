import type { Figure, Probe, Sizes } from '../probe.ts'
import { startServer } from '../servers/server-process.ts'
import { beside, cpuFigure } from './beside.ts'
import { filterOn, get, patch, post } from './requests.ts'

const OPERATIONS = { get, filter: filterOn((userName) => `userName eq "${userName}"`), post, patch } as const

export const probe: Probe = { name: 'mounted', ids: Object.keys(OPERATIONS).map((name) => `mounted-${name}`), figures }

async function* figures(sizes: Sizes): AsyncGenerator<Figure> {
  const [mine, echo] = [await startServer('lark in Express', sizes.people), await startServer('echo', 0)]
  for (const [name, operation] of Object.entries(OPERATIONS))
    yield cpuFigure(`mounted-${name}`, await beside(mine, echo, operation, sizes, 10))
  await Promise.all([mine.stop(), echo.stop()])
}
