import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { findUser } from '../plan/org.ts'
import { moveUser, mustBe } from '../plan/people.ts'
import { OfUser } from './inputs.ts'

export function activateUserVerb(engine: Engine) {
  return defineVerb({
    name: 'activate-user',
    describes: 'Activates a person who is STAGED or DEPROVISIONED; assignments through groups return by themselves.',
    input: OfUser,
    run({ user }) {
      const known = findUser(engine.org, user)
      mustBe(known, ['STAGED', 'DEPROVISIONED'], 'activate-user')
      return engine.act(moveUser(engine.org, known, 'ACTIVE', engine.maker))
    },
  })
}
