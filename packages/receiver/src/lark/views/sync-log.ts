import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { actor } from '../acts/acting.ts'
import type { Desk } from '../acts/desk.ts'
import { findSource } from '../acts/find-source.ts'
import { SYNC_LOG, SyncAction, SyncedObject, SyncLogEntry } from '../log/sync-log-entry.ts'
import { PagedQuery } from './organisation-query.ts'
import { isWithin, Period } from './period.ts'
import { droppedFrom, streamItems } from './stream-items.ts'

export const SyncLogQuery = PagedQuery.extend({
  source: z.string().optional().describe('Sync source, by id or name'),
  object: SyncedObject.optional(),
  action: SyncAction.optional(),
  result: z.enum(['success', 'failure']).optional(),
  name: z.string().optional(),
  ...Period,
  after: z.coerce.number().int().min(0).optional().describe('Only entries after the one of this number'),
})

/** Lark C01. */
export function syncLog(desk: Desk) {
  return defineView({
    name: 'sync-log',
    dropped: () => droppedFrom(desk, SYNC_LOG),
    describes: 'What syncs did, one entry per object, oldest first.',
    query: SyncLogQuery,
    item: SyncLogEntry,
    watches: ['sync-log', 'source'],
    read(query) {
      actor(desk, query, 'Directory Sync')
      const { organisation, object, action, result, name } = query
      const source = sourceId(desk, organisation, query.source)
      const wanted = { organisation, source, object, action, result, name }
      return streamItems<SyncLogEntry>(desk, SYNC_LOG, wanted, query.limit, isWithin(query), query.after)
    },
  })
}

/** The log of a deleted source can still be asked for, by its id. */
function sourceId(desk: Desk, organisation: string, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined
  const known = [...desk.profile.state.sources()].some(({ id, name }) => id === wanted || name === wanted)
  return known ? findSource(desk, organisation, wanted).id : wanted
}
