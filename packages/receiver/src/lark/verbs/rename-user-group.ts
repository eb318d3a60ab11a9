import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor } from '../acts/acting.ts'
import { directoryOf, findUserGroup, groupNamed, rewritten } from '../acts/by-hand.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'

export const RenameUserGroupInput = Acting.extend({
  group: z.string().min(1).describe('User group, by name or id'),
  name: z.string().trim().min(1),
})

/** An administrator renames a user group; a sync that looks for the old name no longer finds it. */
export function renameUserGroupVerb(desk: Desk) {
  return defineVerb({
    name: 'rename-user-group',
    describes: 'Renames a user group by hand, one that a sync made as well.',
    input: RenameUserGroupInput,
    run(input) {
      actor(desk, input)
      const { organisation, name } = input
      const record = findUserGroup(desk, organisation, input.group)
      const holder = groupNamed(directoryOf(desk, organisation), name)
      if (holder && holder.id !== record.id) {
        throw new VerbError('conflict', `name: the user group "${name}" exists already.`)
      }
      const resource = { ...record.resource, displayName: name }
      carryOutAct(desk, [rewritten(record, { resource }, desk.ledger.schedule.now())])
      return { id: record.id, name }
    },
  })
}
