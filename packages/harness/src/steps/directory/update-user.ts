import { z } from 'zod'
import { defineHarnessVerb } from '../harness-verb.ts'
import { idOf, patch } from './somebody-else.ts'

export const updateUserVerb = defineHarnessVerb({
  name: 'directory.update-user',
  describes: 'Changes attributes of a user at the endpoint, outside the identity provider.',
  input: z.strictObject({
    user: z.string().describe('userName'),
    set: z.record(z.string(), z.unknown()).describe('SCIM attributes or paths with their new values'),
  }),
  mayRunBeside: true,
  run: async ({ user, set }, { world }) => {
    const operations = Object.entries(set).map(([path, value]) => ({ op: 'replace' as const, path, value }))
    await patch(world, 'Users', await idOf(world, user, 'Users'), operations)
  },
})
