import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { findUser } from '../plan/org.ts'
import { changeUser } from '../plan/people.ts'
import { Profile } from '../values/user.ts'
import { OfUser } from './inputs.ts'

const Changed = z.strictObject(
  Object.fromEntries(
    Object.entries(Profile.shape).map(([name, { description }]) => [
      name,
      z
        .string()
        .nullable()
        .optional()
        .describe(description ?? name),
    ]),
  ),
)

export function updateUserVerb(engine: Engine) {
  return defineVerb({
    name: 'update-user',
    describes: 'Changes attributes of a profile; null takes a value away. What is mapped is pushed.',
    input: OfUser.extend({ set: Changed }),
    run: ({ user, set }) => engine.act(changeUser(engine.org, findUser(engine.org, user), set, engine.maker)),
  })
}
