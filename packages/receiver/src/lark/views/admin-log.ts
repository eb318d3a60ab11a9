import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { actor, findAdministrator } from '../acts/acting.ts'
import type { Desk } from '../acts/desk.ts'
import { ADMIN_LOG, AdminEventType, AdminLogEntry } from '../log/admin-log-entry.ts'
import { PagedQuery } from './organisation-query.ts'
import { isWithin, Period } from './period.ts'
import { droppedFrom, streamItems } from './stream-items.ts'

export const AdminLogQuery = PagedQuery.extend({
  eventType: AdminEventType.optional(),
  administrator: z.string().optional().describe('By email address, name or id'),
  ...Period,
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
      const wanted = { organisation, eventType, administrator }
      return streamItems<AdminLogEntry>(desk, ADMIN_LOG, wanted, limit, isWithin(query))
    },
  })
}
