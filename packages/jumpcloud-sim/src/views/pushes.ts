import { defineView, type View } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { instant } from '../directory/context.ts'
import type { Engine } from '../engine.ts'

export function pushesView({ view }: Engine): View {
  return defineView({
    name: 'pushes',
    describes: 'Pushes that wait or are under way, by number, with when they are due and how often they were retried.',
    query: z.strictObject({}),
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
