import { FINDINGS } from '@scimulator/findings'
import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

const FindingItem = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string().describe('fault, or restriction: data that identity providers send is refused'),
  damage: z.string(),
  detail: z.string().describe('What the endpoint does'),
  why: z.string().describe('What identity providers do that makes it matter'),
  fix: z.string(),
  clause: z.string().nullable().describe('Where it stands what is right'),
  command: z.string().describe('What asks the endpoint for it'),
  times: z.number().int().describe('How many of the exchanges that are held show it'),
  first: z.number().int().describe('Number of the first of them'),
})

export const findings = (world: LiveWorld) =>
  defineView({
    name: 'findings',
    describes: 'What exchanges with the endpoint in the place of the receiver show to be wrong there, by id.',
    query: z.strictObject({}),
    item: FindingItem,
    read: () => {
      const { target } = world
      if (!target) return []
      const shown = seqsOf(world)
      return FINDINGS.flatMap(({ id, title, kind, damage, detail, why, fix, clause = null }) => {
        const seqs = shown.get(id) ?? []
        const [first] = seqs
        if (first === undefined) return []
        const seen = { times: seqs.length, first, command: target.proving(id) }
        return [{ key: id, value: { id, title, kind, damage, detail, why, fix, clause, ...seen } }]
      })
    },
  })

/** Numbers of the exchanges that show a finding, by its id. */
function seqsOf(world: LiveWorld): ReadonlyMap<string, readonly number[]> {
  const shown = new Map<string, number[]>()
  for (const { head } of world.now().traffic.kept())
    for (const { id } of head.findings) shown.set(id, [...(shown.get(id) ?? []), head.seq])
  return shown
}
