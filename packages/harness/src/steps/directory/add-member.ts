import { z } from 'zod'
import { defineHarnessVerb } from '../harness-verb.ts'
import { idOf, patch } from './somebody-else.ts'

export const addMember = defineHarnessVerb({
  name: 'directory.add-member',
  describes: 'Puts a user into a group at the endpoint, outside the identity provider',
  input: z.strictObject({ group: z.string().describe('displayName'), user: z.string().describe('userName') }),
  run: async ({ group, user }, { world }) => {
    const value = [{ value: await idOf(world, user, 'Users') }]
    await patch(world, 'Groups', await idOf(world, group, 'Groups'), [{ op: 'add', path: 'members', value }])
  },
})
