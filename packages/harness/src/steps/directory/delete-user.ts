import { z } from 'zod'
import { defineHarnessVerb } from '../harness-verb.ts'
import { idOf, remove } from './somebody-else.ts'

export const deleteUserVerb = defineHarnessVerb({
  name: 'directory.delete-user',
  describes: 'Deletes a user at the endpoint, outside the identity provider.',
  input: z.strictObject({ user: z.string().describe('userName') }),
  mayRunBeside: true,
  run: async ({ user }, { world }) => {
    await remove(world, 'Users', await idOf(world, user, 'Users'))
  },
})
