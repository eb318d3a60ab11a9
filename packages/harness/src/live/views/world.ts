import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { itemsOf, type Programs } from '../people/places.ts'
import type { LiveWorld } from '../world-port.ts'

const WorldItem = z.object({
  epoch: z.string().describe('Another one for each start of the command'),
  programs: z.array(z.string()),
  company: z
    .object({ name: z.string(), domain: z.string() })
    .nullable()
    .describe('The made-up company that it begins with'),
  clock: z.enum(['virtual', 'real']),
  target: z
    .object({
      url: z.string(),
      users: z.number().int().describe('Made there, and not deleted since'),
      groups: z.number().int(),
      ended: z.string().nullable().describe('Why nothing more is sent'),
    })
    .nullable()
    .describe('The endpoint in the place of the receiver; null where the receiver is the world’s own'),
  connected: z
    .array(z.string())
    .readonly()
    .describe('Identity providers that send to the receiver, or to the endpoint'),
  kept: z.boolean().describe('Whether it is kept on disk'),
})

export const world = ({ hub, start, isKept, now, target, company }: LiveWorld) =>
  defineView({
    name: 'world',
    describes: 'The world as a whole, one item.',
    query: z.strictObject({}),
    item: WorldItem,
    read: async () => [
      {
        key: 'world',
        value: {
          epoch: hub.epoch,
          programs: [...now().programs.keys()],
          company: company.now ?? null,
          clock: start === undefined ? ('real' as const) : ('virtual' as const),
          target: target ? { url: target.url, ...target.made(), ended: target.ended ?? null } : null,
          connected: await connectedIn(now().programs, target !== undefined),
          kept: isKept,
        },
      },
    ],
  })

const KINDS: Readonly<Record<string, string>> = { 'Entra ID': 'entra', JumpCloud: 'jumpcloud' }

/** States of Entra ID's provisioning in which it sends, or would. */
const IS_ON: ReadonlySet<unknown> = new Set(['Active', 'Paused', 'Quarantine'])

/** At the world's own receiver each has a sync source; an endpoint knows nothing of that, and there whose application is on is connected. */
async function connectedIn(programs: Programs, isForeign: boolean): Promise<readonly string[]> {
  if (!isForeign) {
    const sources = await itemsOf(programs, 'receiver', 'sync-sources')
    return [...new Set(sources.flatMap(({ value }) => KINDS[String(value.kind)] ?? []))]
  }
  const names = Object.values(KINDS)
  const held = await Promise.all(names.map((name) => itemsOf(programs, name, 'applications')))
  return names.filter((_, at) =>
    held[at]?.some(({ value }) => value.integrationActive === true || IS_ON.has(value.provisioning)),
  )
}
