import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { createGroup } from '../plan/groups.ts'

export function createGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'create-group',
    describes: 'Creates a group.',
    input: z.strictObject({
      name: z.string().min(1).describe('Name'),
      description: z.string().optional().describe('Description'),
    }),
    async run({ name, description }) {
      const { group, step } = createGroup(engine.org, name, description, engine.maker)
      await engine.act(step)
      return { id: group.id }
    },
  })
}
