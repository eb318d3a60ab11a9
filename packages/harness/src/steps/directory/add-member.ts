import { z } from 'zod'
import { defineHarnessVerb } from '../harness-verb.ts'
import { idOf, patch } from './somebody-else.ts'

export const addMemberVerb = defineHarnessVerb({
  name: 'directory.add-member',
  describes: 'Puts a user into a group at the endpoint, outside the identity provider.',
  input: z.strictObject({
    group: z.string().describe('displayName'),
    user: z
      .union([z.string(), z.array(z.string()).min(2)])
      .describe('userName; several are put in at the same moment, each by a request of its own'),
  }),
  mayRunBeside: true,
  run: async ({ group, user }, { world }) => {
    const groupId = await idOf(world, group, 'Groups')
    const ids: string[] = []
    for (const name of [user].flat()) ids.push(await idOf(world, name, 'Users'))
    const add = (value: string) => patch(world, 'Groups', groupId, [{ op: 'add', path: 'members', value: [{ value }] }])
    await Promise.all(ids.map(add))
  },
})
