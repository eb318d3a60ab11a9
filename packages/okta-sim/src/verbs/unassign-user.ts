import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { assign } from '../plan/applications.ts'
import { findApplication, findUser } from '../plan/org.ts'
import { OfApplication, UserName } from './inputs.ts'

export function unassignUserVerb(engine: Engine) {
  return defineVerb({
    name: 'unassign-user',
    describes: 'Removes the assignment of a person, who is deactivated unless a group assigns them.',
    input: OfApplication.extend({ user: UserName }),
    run({ application, user }) {
      const { org, maker } = engine
      const [{ id: appId }, { id }] = [findApplication(org, application), findUser(org, user)]
      return engine.act(assign(org, { appId, type: 'user', id }, false, maker))
    },
  })
}
