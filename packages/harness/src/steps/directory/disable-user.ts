import { z } from 'zod'
import { defineHarnessVerb } from '../harness-verb.ts'
import { idOf, patch } from './somebody-else.ts'

export const disableUserVerb = defineHarnessVerb({
  name: 'directory.disable-user',
  describes: 'Sets a user at the endpoint inactive, outside the identity provider.',
  input: z.strictObject({ user: z.string().describe('userName') }),
  mayRunBeside: true,
  run: async ({ user }, { world }) => {
    const id = await idOf(world, user, 'Users')
    await patch(world, 'Users', id, [{ op: 'replace', path: 'active', value: false }])
  },
})
