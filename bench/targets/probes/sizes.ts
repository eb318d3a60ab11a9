import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure, Probe, Sizes } from '../probe.ts'
import { carryOut } from '../subjects/subject-process.ts'

export const probe: Probe = { name: 'sizes', ids: ['open', 'generate', 'rehearsal'], figures }

async function* figures({ people }: Sizes): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'scimulator-bench-'))
  const place = join(folder, 'data')
  await carryOut('fill', people, place)
  const opened = await carryOut('open', people, place)
  await rm(folder, { recursive: true })
  yield { id: 'open', value: opened.seconds ?? 0, note: '' }
  const { seconds = 0, groups } = await carryOut('generate', people)
  yield { id: 'generate', value: seconds, note: `${groups} groups` }
  yield { id: 'rehearsal', value: (await carryOut('rehearse', people)).seconds ?? 0, note: '' }
}
