import { defineVerb } from '@scimulator/shared/behaviour'
import { addMember } from '../acts/decide-group.ts'
import type { EntraContext } from '../context.ts'
import { findGroup } from '../state/find.ts'
import { MemberOfGroup, memberIdOf } from './inputs.ts'

export const addMemberVerb = (context: EntraContext) =>
  defineVerb({
    name: 'add-member',
    describes: 'Adds a user or a group to a group.',
    input: MemberOfGroup,
    run: ({ group, ...member }) => {
      const { ports } = context
      ports.commit(addMember(ports.view, findGroup(ports.view, group), memberIdOf(context, member)))
    },
  })
