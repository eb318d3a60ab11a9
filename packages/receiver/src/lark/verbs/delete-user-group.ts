import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor } from '../acts/acting.ts'
import { findUserGroup } from '../acts/by-hand.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'

const DeleteUserGroupInput = Acting.extend({
  group: z.string().min(1).describe('User group, by name or id'),
})

export function deleteUserGroupVerb(desk: Desk) {
  return defineVerb({
    name: 'delete-user-group',
    describes: 'Deletes a user group by hand; its members stay.',
    input: DeleteUserGroupInput,
    run(input) {
      actor(desk, input)
      const { organisation } = input
      const { id } = findUserGroup(desk, organisation, input.group)
      carryOutAct(desk, [{ kind: 'record-removed', organisation, resourceKind: 'Group', id }])
      return { id }
    },
  })
}
