import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { findGroup } from '../state/find.ts'
import { GroupName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function deleteGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'delete-group',
    describes: 'Deletes a user group; where it was bound and groups are managed, the target deletes it too.',
    input: z.strictObject({ group: GroupName }),
    run: async ({ group }) => {
      engine.happen({ kind: 'group-deleted', group: findGroup(engine.view, group) }, ADMIN)
      await settled(engine)
    },
  })
}
