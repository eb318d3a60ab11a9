import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { connectedIn } from '../connected-in.ts'
import type { Programs } from '../people/places.ts'
import type { LiveWorld } from '../world-port.ts'

const WorldItem = z.object({
  epoch: z.string().describe('Another one for each start of the command'),
  programs: z
    .array(
      z.object({
        name: z.string(),
        url: z.string().nullable().describe('Where its own interfaces are: SCIM, Microsoft Graph, JumpCloud’s API'),
        port: z.number().int().nullable(),
        version: z.string().nullable().describe('Of the release'),
      }),
    )
    .readonly(),
  receiver: z.enum(['lark', 'rfc', 'foreign']).describe('By whose rules the receiver takes what is sent'),
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
      reachable: z.boolean().describe('Whether it answered when it was last asked'),
      authentication: z.string().describe('How it is signed in to: bearer, basic, oauth, none'),
      ended: z.string().nullable().describe('Why nothing more is sent'),
    })
    .nullable()
    .describe('The endpoint in the place of the receiver; null where the receiver is the world’s own'),
  connected: z
    .array(z.string())
    .readonly()
    .describe('Identity providers that send to the receiver, or to the endpoint'),
  kept: z.boolean().describe('Whether it is kept on disk'),
  rings: z
    .object({ events: z.number().int(), exchanges: z.number().int() })
    .describe('How many of the newest are held in memory'),
})

export const world = ({ hub, start, isKept, now, target, company, addresses, version }: LiveWorld) =>
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
          programs: [...now().programs.keys()].map((name) => programIn(name, addresses, version)),
          receiver: receiverKind(now().programs, target !== undefined),
          company: company.now ?? null,
          clock: start === undefined ? ('real' as const) : ('virtual' as const),
          target: target ? targetItem(target) : null,
          connected: await connectedIn(now().programs, target !== undefined),
          kept: isKept,
          rings: { events: hub.limit, exchanges: now().traffic.limit },
        },
      },
    ],
  })

function programIn(name: string, addresses: LiveWorld['addresses'], version: string | null) {
  const url = addresses.get(name) ?? null
  return { name, url, port: url === null ? null : Number(new URL(url).port), version }
}

/** A receiver with Lark's rules has the vocabulary of Lark. */
function receiverKind(programs: Programs, isForeign: boolean): 'lark' | 'rfc' | 'foreign' {
  if (isForeign) return 'foreign'
  return programs.get('receiver')?.aliases?.includes('lark') ? 'lark' : 'rfc'
}

function targetItem(target: NonNullable<LiveWorld['target']>) {
  const { url, reachable, authentication, ended = null } = target
  return { url, ...target.made(), reachable, authentication, ended }
}
