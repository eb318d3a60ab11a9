import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { deleteGroup, restoreGroup } from '../acts/decide-group.ts'
import type { EntraContext } from '../context.ts'
import { findGroup } from '../state/find.ts'
import { GroupName } from './inputs.ts'

export const deleteGroupVerb = ({ engine }: EntraContext) =>
  defineVerb({
    name: 'delete-group',
    describes: 'Deletes a group: a Microsoft 365 group goes to the bin, a security group is gone at once.',
    input: z.strictObject({ group: GroupName }),
    run: ({ group }) => {
      engine.commit(deleteGroup(engine.view, findGroup(engine.view, group), engine.now(), engine.switches))
    },
  })

export const restoreGroupVerb = ({ engine }: EntraContext) =>
  defineVerb({
    name: 'restore-group',
    describes: 'Takes a group out of the bin, where Microsoft 365 groups lie for 30 days.',
    input: z.strictObject({ group: GroupName }),
    run: ({ group }) => {
      engine.commit(restoreGroup(engine.view, findGroup(engine.view, group)))
    },
  })
