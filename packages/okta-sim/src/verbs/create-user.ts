import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { createUser } from '../plan/people.ts'
import { Profile } from '../values/user.ts'

export function createUserVerb(engine: Engine) {
  return defineVerb({
    name: 'create-user',
    describes: 'Creates a person with a profile; activate false leaves them STAGED.',
    input: z.strictObject({
      ...Profile.shape,
      activate: z.boolean().default(true).describe('Whether the person is ACTIVE at once'),
      key: z.string().optional().describe('What scenarios call the person'),
    }),
    async run({ activate, key, ...profile }) {
      const { user, step } = createUser(engine.org, { profile, isActive: activate, ...(key && { key }) }, engine.maker)
      await engine.act(step)
      return { id: user.id }
    },
  })
}
