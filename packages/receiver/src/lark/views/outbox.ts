import { defineView } from '@scimulator/shared/behaviour'
import type { Desk } from '../acts/desk.ts'
import { OUTBOX, OutboxMessage } from '../log/outbox-message.ts'
import { PagedQuery } from './organisation-query.ts'
import { droppedFrom, streamItems } from './stream-items.ts'

export const OutboxQuery = PagedQuery.extend({
  kind: OutboxMessage.shape.kind.optional(),
  to: OutboxMessage.shape.to.optional(),
})

/** Lark A07, A09. */
export function outbox(desk: Desk) {
  return defineView({
    name: 'outbox',
    dropped: () => droppedFrom(desk, OUTBOX),
    describes: 'Messages that Lark would have sent, oldest first.',
    query: OutboxQuery,
    item: OutboxMessage,
    watches: ['outbox'],
    read: ({ organisation, kind, to, limit }) =>
      streamItems<OutboxMessage>(desk, OUTBOX, { organisation, kind, to }, limit),
  })
}
