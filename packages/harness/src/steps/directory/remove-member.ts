import { z } from 'zod'
import { defineHarnessVerb } from '../harness-verb.ts'
import { idOf, patch } from './somebody-else.ts'

export const removeMemberVerb = defineHarnessVerb({
  name: 'directory.remove-member',
  describes: 'Takes a user out of a group at the endpoint, outside the identity provider.',
  input: z.strictObject({ group: z.string().describe('displayName'), user: z.string().describe('userName') }),
  mayRunBeside: true,
  run: async ({ group, user }, { world }) => {
    const path = `members[value eq "${await idOf(world, user, 'Users')}"]`
    await patch(world, 'Groups', await idOf(world, group, 'Groups'), [{ op: 'remove', path }])
  },
})
