import type { Figure, Probe, Sizes } from '../probe.ts'
import { type ServerProcess, startServer } from '../servers/server-process.ts'
import { get, search } from './requests.ts'

const SEARCHES = {
  filter: search(`filter=${encodeURIComponent('title co "nobody has this"')}`),
  sort: search('sortBy=name.familyName&count=50'),
} as const

export const probe: Probe = {
  name: 'searches',
  ids: Object.keys(SEARCHES).flatMap((name) => [`${name}-tick`, `${name}-first`]),
  figures,
}

async function* figures(sizes: Sizes): AsyncGenerator<Figure> {
  const server = await startServer('lark', sizes.people)
  for (const name of ['filter', 'sort'] as const) {
    await server.firstByte(SEARCHES[name]) // What is compiled the first time is not what is asked.
    await server.order('watch')
    const [first, others] = await asked(server, name)
    yield { id: `${name}-tick`, value: await server.order('longest'), note: `${others} other requests meanwhile` }
    yield { id: `${name}-first`, value: first, note: '' }
  }
  await server.stop()
}

/** The search, and others that go on beside it. */
async function asked(server: ServerProcess, name: keyof typeof SEARCHES): Promise<readonly [number, number]> {
  let others = 0
  let isOver = false
  const beside = (async () => {
    while (!isOver) {
      await server.send(get(server, others))
      others += 1
    }
  })()
  const first = await server.firstByte(SEARCHES[name])
  isOver = true
  await beside
  return [first, others]
}
