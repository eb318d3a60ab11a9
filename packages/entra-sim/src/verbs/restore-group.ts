import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { restoreGroup } from '../acts/decide-group.ts'
import type { EntraContext } from '../context.ts'
import { findGroup } from '../state/find.ts'
import { GroupName } from './inputs.ts'

export const restoreGroupVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'restore-group',
    describes: 'Restores a group from the recycle bin, where Microsoft 365 groups stay for 30 days.',
    input: z.strictObject({ group: GroupName }),
    run: ({ group }) => {
      ports.commit(restoreGroup(ports.view, findGroup(ports.view, group)))
    },
  })
