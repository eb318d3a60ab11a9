import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { setMember } from '../plan/groups.ts'
import { findGroup, findUser } from '../plan/org.ts'
import { Membership } from './inputs.ts'

export function removeMemberVerb(engine: Engine) {
  return defineVerb({
    name: 'remove-member',
    describes: 'Removes a person from a group; applications and pushes of the group follow.',
    input: Membership,
    run({ group, user }) {
      const { org, maker } = engine
      return engine.act(setMember(org, findGroup(org, group), findUser(org, user), false, maker))
    },
  })
}
