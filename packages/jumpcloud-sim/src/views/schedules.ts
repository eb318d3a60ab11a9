import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { instant } from '../directory/context.ts'
import type { Engine } from '../engine.ts'

const ScheduleItem = z.object({
  users: z.array(z.string()).describe('Usernames'),
  state: z.enum(['ACTIVATED', 'SUSPENDED']).describe('State that the users will take'),
  at: z.string().describe('When they will take it, such as 2026-01-05T08:00:00.000Z'),
})

export function schedulesView({ view }: Engine) {
  return defineView({
    name: 'schedules',
    describes: 'Planned activations and suspensions, by id.',
    query: z.strictObject({}),
    item: ScheduleItem,
    watches: ['schedule', 'user'],
    read: () =>
      [...view.schedules.values()].map(({ id, userIds, state, due }) => ({
        key: id,
        value: { users: userIds.map((each) => view.users.get(each)?.username ?? each), state, at: instant(due) },
      })),
  })
}
