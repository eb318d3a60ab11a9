import { z } from 'zod'
import { defineHarnessVerb } from '../harness-verb.ts'
import { idOf, patch } from './somebody-else.ts'

export const renameGroupVerb = defineHarnessVerb({
  name: 'directory.rename-group',
  describes: 'Renames a group at the endpoint, outside the identity provider.',
  input: z.strictObject({ group: z.string().describe('displayName'), displayName: z.string().min(1) }),
  mayRunBeside: true,
  run: async ({ group, displayName }, { world }) => {
    const id = await idOf(world, group, 'Groups')
    await patch(world, 'Groups', id, [{ op: 'replace', path: 'displayName', value: displayName }])
  },
})
