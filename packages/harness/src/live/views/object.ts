import { defineView } from '@scimulator/shared/behaviour'
import { headerValue } from '@scimulator/shared/provisioning'
import { z } from 'zod'
import {
  fromInsights,
  fromProvisioningLogs,
  fromSyncLog,
  fromSystemLog,
  fromTraffic,
  type HistoryEntry,
  inOrder,
  LOGS,
} from '../people/history.ts'
import { itemsOf, type Kind, namesOf, PLACES, type Programs } from '../people/places.ts'
import { idOf, type Link, type Side, sidesOf } from '../people/sides.ts'
import type { TrafficLog } from '../traffic-log.ts'
import type { LiveWorld } from '../world-port.ts'

const ObjectQuery = z.strictObject({
  type: z.enum(['user', 'group']).default('user'),
  of: z.string().min(1).max(400).describe('Its key in a view of any program, or an id of it'),
})

const ObjectItem = z.object({
  name: z.string(),
  sides: z
    .array(
      z.object({
        program: z.string(),
        view: z.string(),
        key: z.string(),
        id: z.string(),
        value: z.record(z.string(), z.unknown()),
      }),
    )
    .readonly()
    .describe('What each program holds of it'),
  history: z
    .array(
      z.object({
        at: z.string(),
        program: z.string(),
        log: z.enum(LOGS),
        key: z.string().describe('Of the entry in its log'),
        action: z.string(),
        outcome: z.enum(['good', 'bad', 'plain']),
        detail: z.string(),
        seq: z.number().int().nullable().describe('Number of the exchange on the wire'),
        exchanges: z.array(z.number().int()).readonly().describe('Numbers of all exchanges that it tells of'),
      }),
    )
    .readonly()
    .describe('Oldest first'),
})

const KINDS_OF: Readonly<Record<'user' | 'group', readonly Kind[]>> = {
  user: ['person'],
  group: ['group', 'department'],
}

/** One item, or none. */
export const object = (world: LiveWorld) =>
  defineView({
    name: 'object',
    describes: 'One person or group at all programs: what each holds of it, and what requests and logs say of it.',
    query: ObjectQuery,
    item: ObjectItem,
    async read({ type, of }) {
      const { programs, traffic } = world.now()
      const sides = await sidesIn(programs, KINDS_OF[type], of)
      const [first] = sides
      if (!first) return []
      const value = {
        name: namesOf(first.place, first.item)[0],
        sides: sides.map(shownSide),
        history: inOrder(await historyOf(programs, traffic, new Set(sides.map(idOf)))),
      }
      return [{ key: of, value }]
    },
  })

async function sidesIn(programs: Programs, kinds: readonly Kind[], of: string): Promise<readonly Side[]> {
  const places = PLACES.filter(({ kind }) => kinds.includes(kind))
  const held = await Promise.all(
    places.map(async (place) => ({ place, items: await itemsOf(programs, place.program, place.view) })),
  )
  return sidesOf(of, held, await linksIn(programs))
}

async function linksIn(programs: Programs): Promise<readonly Link[]> {
  const links = await Promise.all([...programs.keys()].map((program) => itemsOf(programs, program, 'links')))
  return links.flat().map(({ value }) => ({ objectId: String(value.objectId), targetId: String(value.targetId) }))
}

function shownSide(side: Side) {
  const { place, item } = side
  return { program: place.program, view: place.view, key: item.key, id: idOf(side), value: { ...item.value } }
}

const LOGS_OF_PROVIDERS = [
  ['entra', 'provisioning-logs', fromProvisioningLogs],
  ['jumpcloud', 'insights', fromInsights],
  ['okta', 'system-log', fromSystemLog],
] as const

async function historyOf(
  programs: Programs,
  traffic: TrafficLog,
  ids: ReadonlySet<string>,
): Promise<readonly HistoryEntry[]> {
  const kept = traffic.kept()
  const numbers = new Map(
    kept.map(({ head, exchange: { response } }) => [
      response && headerValue(response.headers, 'x-request-id'),
      head.seq,
    ]),
  )
  const sync = await itemsOf(programs, 'receiver', 'sync-log')
  const told = await Promise.all(
    LOGS_OF_PROVIDERS.map(async ([program, log, from]) => from(await itemsOf(programs, program, log), ids)),
  )
  return [
    ...fromTraffic(
      kept.map(({ head }) => head),
      ids,
    ),
    ...fromSyncLog(sync, ids, (exchange) => numbers.get(exchange) ?? null),
    ...told.flat(),
  ]
}
