import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { membersChanged } from '../../directory/change.ts'
import { Acting, actor } from '../acts/acting.ts'
import { directoryOf, findMember, groupNamed, recordByHand } from '../acts/by-hand.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'

export const AddUserGroupInput = Acting.extend({
  name: z.string().trim().min(1),
  members: z.array(z.string()).default([]).describe('Members, by email address, user name or id'),
})

/** A user group made by hand; a sync that sends one of the same name is associated with it (Lark B16). */
export function addUserGroupVerb(desk: Desk) {
  return defineVerb({
    name: 'add-user-group',
    describes: 'Adds a user group by hand; its data source is Lark Admin Console.',
    input: AddUserGroupInput,
    run(input) {
      actor(desk, input)
      const { organisation, name } = input
      if (groupNamed(directoryOf(desk, organisation), name)) {
        throw new VerbError('conflict', `name: the user group "${name}" exists already.`)
      }
      const add = input.members.map((member) => ({ value: findMember(desk, organisation, member).id, type: 'User' }))
      const content = { resource: { displayName: name }, facts: { dataSource: 'Lark Admin Console' } } as const
      const record = recordByHand(desk, organisation, 'Group', content)
      carryOutAct(desk, [{ kind: 'record-put', record }, membersChanged(record, { removeAll: false, remove: [], add })])
      return { id: record.id, name }
    },
  })
}
