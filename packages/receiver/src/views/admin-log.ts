import { defineView, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { actor, findAdministrator } from '../admin/acting.ts'
import type { Desk } from '../admin/desk.ts'
import { ADMIN_LOG, AdminEventType, AdminLogEntry } from '../log/admin-log-entry.ts'
import { PagedQuery } from './organisation-query.ts'
import { droppedFrom, streamItems } from './stream-items.ts'

export const AdminLogQuery = PagedQuery.extend({
  eventType: AdminEventType.optional(),
  administrator: z.string().optional().describe('By e-mail address, name or id'),
  start: z.string().optional().describe('ISO 8601; entries of this time and later'),
  end: z.string().optional().describe('ISO 8601; entries of this time and earlier'),
})

/** Lark C02: Compliance > Audit Log > Admin log. */
export function adminLog(desk: Desk) {
  return defineView({
    name: 'admin-log',
    dropped: () => droppedFrom(desk, ADMIN_LOG),
    describes: 'What administrators did to sync sources, oldest first.',
    query: AdminLogQuery,
    item: AdminLogEntry,
    watches: ['admin-log'],
    read(query) {
      const { organisation, eventType, limit } = query
      actor(desk, query, 'Admin log')
      const administrator =
        query.administrator === undefined ? undefined : findAdministrator(desk, organisation, query.administrator).email
      const start = instant('start', query.start) ?? Number.NEGATIVE_INFINITY
      const end = instant('end', query.end) ?? Number.POSITIVE_INFINITY
      const isInTime = ({ at }: AdminLogEntry) => Date.parse(at) >= start && Date.parse(at) <= end
      return streamItems<AdminLogEntry>(desk, ADMIN_LOG, { organisation, eventType, administrator }, limit, isInTime)
    },
  })
}

function instant(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const time = Date.parse(text)
  if (Number.isNaN(time)) throw new VerbError('invalid', `${name}: "${text}" is no time. Write 2026-01-05T08:00:00Z.`)
  return time
}
