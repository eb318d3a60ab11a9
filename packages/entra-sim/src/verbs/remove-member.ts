import { defineVerb } from '@scimulator/shared/behaviour'
import { removeMember } from '../acts/decide-group.ts'
import type { EntraContext } from '../context.ts'
import { findGroup } from '../state/find.ts'
import { MemberOfGroup, memberIdOf } from './inputs.ts'

export const removeMemberVerb = (context: EntraContext) =>
  defineVerb({
    name: 'remove-member',
    describes: 'Removes a user or a group from a group.',
    input: MemberOfGroup,
    run: ({ group, ...member }) => {
      const { ports } = context
      ports.commit(removeMember(ports.view, findGroup(ports.view, group), memberIdOf(context, member)))
    },
  })
