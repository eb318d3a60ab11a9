// Opening a folder of 100,000 people beside JSON.parse of the same bytes, line by line, as no string may hold them all.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openStore } from '@scimulator/shared/store'
import type { AsyncBenchRow } from './bench-row.ts'
import { Population, personChange, temporaryFolder } from './store-population.ts'

const PEOPLE = 100_000

export const asyncRows: readonly AsyncBenchRow[] = [opening()]

function opening(): AsyncBenchRow {
  let folder: Awaited<ReturnType<typeof temporaryFolder>> | undefined
  let lines: readonly string[] = []
  const held = { people: new Map<number, unknown>() }
  return {
    name: 'open a folder of 100,000 people',
    baseline: 'JSON.parse of the same bytes',
    prepare: async () => {
      folder = await temporaryFolder()
      const store = await openStore(folder.path, new Population())
      for (let i = 0; i < PEOPLE; i += 1) store.commit(personChange(i, 0))
      await store.compact()
      await store.close()
      lines = (await readFile(join(folder.path, 'snapshot.jsonl'), 'utf8')).trimEnd().split('\n')
    },
    ops: async () => {
      const population = new Population()
      const store = await openStore(folder?.path ?? '', population)
      await store.close()
      if (population.people.size !== PEOPLE) throw new Error(`${population.people.size} people were read`)
    },
    baselineOps: async () => {
      // What was parsed is kept, as the store keeps it: the collector's work belongs to both sides.
      held.people = new Map(lines.map((line, i) => [i, JSON.parse(line)]))
    },
    cleanup: async () => folder?.remove(),
    target: 'at most 1.6 x the time (ratio 0.63 or more)',
  }
}
