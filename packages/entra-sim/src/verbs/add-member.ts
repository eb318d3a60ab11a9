import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { addMember, removeMember } from '../acts/decide-group.ts'
import type { EntraContext } from '../context.ts'
import { findGroup, findUser } from '../state/find.ts'
import { GroupName, UserName } from './inputs.ts'

export const addMemberVerb = (context: EntraContext) =>
  memberVerb(context, 'add-member', 'Puts a user or a group into a group', addMember)

export const removeMemberVerb = (context: EntraContext) =>
  memberVerb(context, 'remove-member', 'Takes a user or a group out of a group', removeMember)

function memberVerb<const Name extends string>(
  { engine }: EntraContext,
  name: Name,
  describes: string,
  decide: typeof addMember,
) {
  return defineVerb({
    name,
    describes,
    input: z
      .strictObject({
        group: GroupName,
        user: UserName.optional(),
        member: GroupName.optional().describe('A nested group'),
      })
      .refine(({ user, member }) => (user === undefined) !== (member === undefined), 'Give either "user" or "member".'),
    run: ({ group, user, member }) => {
      const { view } = engine
      const memberId = user === undefined ? findGroup(view, member ?? '').id : findUser(view, user).id
      engine.commit(decide(view, findGroup(view, group), memberId))
    },
  })
}
