import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { deleteGroup } from '../acts/decide-group.ts'
import type { EntraContext } from '../context.ts'
import { findGroup } from '../state/find.ts'
import { GroupName } from './inputs.ts'

export const deleteGroupVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'delete-group',
    describes: 'Deletes a group: a Microsoft 365 group goes to the recycle bin, a security group is gone at once.',
    input: z.strictObject({ group: GroupName }),
    run: ({ group }) => {
      ports.commit(deleteGroup(ports.view, findGroup(ports.view, group), ports.now(), ports.switches))
    },
  })
