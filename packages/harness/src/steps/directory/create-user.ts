import { DirectoryUser } from '../../scenario/directory-input.ts'
import { defineHarnessVerb } from '../harness-verb.ts'
import { postUser } from './somebody-else.ts'

export const createUserVerb = defineHarnessVerb({
  name: 'directory.create-user',
  describes: 'Makes a user at the endpoint, outside the identity provider.',
  input: DirectoryUser,
  mayRunBeside: true,
  run: (input, { world }) => postUser(world, input),
})
