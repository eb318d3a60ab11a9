import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { findUser } from '../plan/org.ts'
import { moveUser, mustBe } from '../plan/people.ts'
import { OfUser } from './inputs.ts'

export function deactivateUserVerb(engine: Engine) {
  return defineVerb({
    name: 'deactivate-user',
    describes: 'Deactivates a person: they lose every application that was assigned to them.',
    input: OfUser,
    run({ user }) {
      const known = findUser(engine.org, user)
      mustBe(known, ['STAGED', 'ACTIVE', 'SUSPENDED'], 'deactivate-user')
      return engine.act(moveUser(engine.org, known, 'DEPROVISIONED', engine.maker))
    },
  })
}
