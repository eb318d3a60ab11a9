import { FINDINGS } from '@scimulator/findings'
import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

const CatalogueItem = z.object({
  id: z.string().describe('Of a mark or a finding of an exchange'),
  kind: z
    .enum(['quirk', 'fault', 'restriction'])
    .describe('A quirk is of an identity provider, the others of endpoints'),
  title: z.string(),
  hurts: z.string().describe('Whom, and how'),
  detail: z.string().nullable().describe('Of a finding: what the endpoint does'),
  fix: z.string().nullable().describe('Of a finding: what is right'),
  clause: z.string().nullable().describe('Where that stands'),
  grade: z.string().nullable().describe('Of a quirk: how well it is known'),
  source: z.string(),
  shows: z.string().nullable().describe('Of a quirk: the scenario or test that shows it'),
  switch: z.string().nullable().describe('Of a quirk: what changes it'),
})
type CatalogueItem = z.infer<typeof CatalogueItem>

/** What marks and findings of exchanges lead to. */
export const catalogue = ({ quirks }: Pick<LiveWorld, 'quirks'>) =>
  defineView({
    name: 'catalogue',
    describes: 'Quirks of the identity providers and findings of endpoints, by the ids that exchanges carry.',
    query: z.strictObject({}),
    item: CatalogueItem,
    read: () => [...quirks.map(quirkItem), ...FINDINGS.map(findingItem)].map((value) => ({ key: value.id, value })),
  })

function quirkItem(quirk: LiveWorld['quirks'][number]): CatalogueItem {
  const { id, title, hurts, grade, source, shows, switch: changes = null } = quirk
  const nothing = { detail: null, fix: null, clause: null }
  return { id, kind: 'quirk', title, hurts, ...nothing, grade, source, shows, switch: changes }
}

function findingItem(finding: (typeof FINDINGS)[number]): CatalogueItem {
  const { id, kind, title, detail, why, fix, clause = null, sources } = finding
  const nothing = { grade: null, shows: null, switch: null }
  const source = sources.join('; ')
  return { id, kind, title, hurts: why, detail, fix, clause, source, ...nothing }
}
