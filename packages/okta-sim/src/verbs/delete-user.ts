import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { findUser } from '../plan/org.ts'
import { deleteUser, mustBe } from '../plan/people.ts'
import { OfUser } from './inputs.ts'

export function deleteUserVerb(engine: Engine) {
  return defineVerb({
    name: 'delete-user',
    describes: 'Deletes a person who is DEPROVISIONED. Nothing is sent.',
    input: OfUser,
    run({ user }) {
      const known = findUser(engine.org, user)
      mustBe(known, ['DEPROVISIONED'], 'delete-user')
      return engine.act(deleteUser(engine.org, known))
    },
  })
}
