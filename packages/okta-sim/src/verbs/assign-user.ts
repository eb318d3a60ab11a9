import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { assign } from '../plan/applications.ts'
import { findApplication, findUser } from '../plan/org.ts'
import { OfApplication, UserName } from './inputs.ts'

export function assignUserVerb(engine: Engine) {
  return defineVerb({
    name: 'assign-user',
    describes: 'Assigns a person: the endpoint is asked for the user name, then the account is created or linked.',
    input: OfApplication.extend({ user: UserName }),
    run({ application, user }) {
      const { org, maker } = engine
      const [{ id: appId }, { id }] = [findApplication(org, application), findUser(org, user)]
      return engine.act(assign(org, { appId, type: 'user', id }, true, maker))
    },
  })
}
