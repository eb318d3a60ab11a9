import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { findUser } from '../plan/org.ts'
import { moveUser, mustBe } from '../plan/people.ts'
import { OfUser } from './inputs.ts'

export function suspendUserVerb(engine: Engine) {
  return defineVerb({
    name: 'suspend-user',
    describes: 'Suspends a person. Nothing is sent.',
    input: OfUser,
    run({ user }) {
      const known = findUser(engine.org, user)
      mustBe(known, ['ACTIVE'], 'suspend-user')
      return engine.act(moveUser(engine.org, known, 'SUSPENDED', engine.maker))
    },
  })
}
