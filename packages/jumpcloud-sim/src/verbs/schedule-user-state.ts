import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { scheduleState } from '../acts/schedule-acts.ts'
import type { Engine } from '../engine.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function scheduleUserStateVerb(engine: Engine) {
  return defineVerb({
    name: 'schedule-user-state',
    describes: 'Plans that users are activated or suspended at a date.',
    input: z.strictObject({
      users: z.array(UserName).min(1),
      state: z.enum(['ACTIVATED', 'SUSPENDED']),
      at: z.iso.datetime().describe('When, as 2026-01-31T08:00:00Z'),
    }),
    run: async ({ users, state, at }) => {
      const userIds = users.map((user) => findUser(engine.view, user)._id)
      const event = scheduleState(userIds, state, Date.parse(at), engine.context)
      engine.happen(event, ADMIN)
      await settled(engine)
      return { id: event.schedule.id }
    },
  })
}
