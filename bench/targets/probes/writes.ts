import type { Figure, Probe, Sizes } from '../probe.ts'
import { startServer } from '../servers/server-process.ts'
import { beside, cpuFigure } from './beside.ts'
import { patch, post } from './requests.ts'

const WIDTHS = [10, 50]

export const probe: Probe = {
  name: 'writes',
  ids: WIDTHS.flatMap((width) => [`post-${width}`, `patch-${width}`]),
  figures,
}

async function* figures(sizes: Sizes): AsyncGenerator<Figure> {
  const [mine, echo] = [await startServer('lark', sizes.people, 50), await startServer('echo', 0, 50)]
  for (const width of WIDTHS) {
    yield cpuFigure(`post-${width}`, await beside(mine, echo, post, sizes, width))
    yield cpuFigure(`patch-${width}`, await beside(mine, echo, patch, sizes, width))
  }
  await Promise.all([mine.stop(), echo.stop()])
}
