import { DirectoryGroup } from '../../scenario/directory-input.ts'
import { defineHarnessVerb } from '../harness-verb.ts'
import { postGroup } from './somebody-else.ts'

export const createGroupVerb = defineHarnessVerb({
  name: 'directory.create-group',
  describes: 'Makes a group at the endpoint, outside the identity provider.',
  input: DirectoryGroup,
  mayRunBeside: true,
  run: (input, { world }) => postGroup(world, input),
})
