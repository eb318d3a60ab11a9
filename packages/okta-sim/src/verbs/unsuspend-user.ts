import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { findUser } from '../plan/org.ts'
import { moveUser, mustBe } from '../plan/people.ts'
import { OfUser } from './inputs.ts'

export function unsuspendUserVerb(engine: Engine) {
  return defineVerb({
    name: 'unsuspend-user',
    describes: 'Ends a suspension.',
    input: OfUser,
    run({ user }) {
      const known = findUser(engine.org, user)
      mustBe(known, ['SUSPENDED'], 'unsuspend-user')
      return engine.act(moveUser(engine.org, known, 'ACTIVE', engine.maker))
    },
  })
}
