import { defineView, type View } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { instant } from '../directory/context.ts'
import type { Engine } from '../engine.ts'

export function schedulesView({ view }: Engine): View {
  return defineView({
    name: 'schedules',
    describes: 'Planned activations and suspensions, by id.',
    query: z.strictObject({}),
    read: () =>
      [...view.schedules.values()].map(({ id, userIds, state, due }) => ({
        key: id,
        value: { users: userIds.map((each) => view.users.get(each)?.username ?? each), state, at: instant(due) },
      })),
  })
}
