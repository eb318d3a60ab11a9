import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { deleteGroup } from '../plan/groups.ts'
import { findGroup } from '../plan/org.ts'
import { OfGroup } from './inputs.ts'

export function deleteGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'delete-group',
    describes: 'Deletes a group that is not pushed.',
    input: OfGroup,
    run: ({ group }) => engine.act(deleteGroup(engine.org, findGroup(engine.org, group), engine.maker)),
  })
}
