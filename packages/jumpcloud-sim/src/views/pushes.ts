import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { instant } from '../directory/context.ts'
import type { Engine } from '../engine.ts'

const PushItem = z.object({
  application: z.string().describe('Display label'),
  kind: z
    .enum(['user', 'group', 'member-add', 'member-remove', 'group-rename', 'group-delete', 'group-forget'])
    .describe('What is to be done; group-forget sends nothing, and only forgets the id at the target'),
  object: z.string().describe('Username, or name of the group'),
  attempts: z.number().int().describe('How often it was tried and failed for a transient reason'),
  due: z.string().describe('Not sent before this instant, such as 2026-01-05T08:00:00.000Z'),
  state: z.enum(['waiting', 'sending']).describe('Waiting for its turn or a retry, or under way'),
})

export function pushesView({ view }: Engine) {
  return defineView({
    name: 'pushes',
    describes: 'Pushes that wait or are under way, by number, with when they are due and how often they were retried.',
    query: z.strictObject({}),
    item: PushItem,
    watches: ['push', 'application', 'user', 'group'],
    read: () =>
      [...view.pushes.values()].map(({ seq, applicationId, work, attempts, due, state }) => ({
        key: String(seq),
        value: {
          application: view.applications.get(applicationId)?.displayLabel ?? applicationId,
          kind: work.kind,
          object: work.kind === 'user' ? work.user.username : work.name,
          attempts,
          due: instant(due),
          state,
        },
      })),
  })
}
