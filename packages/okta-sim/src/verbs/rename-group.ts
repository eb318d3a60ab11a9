import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { renameGroup } from '../plan/groups.ts'
import { findGroup } from '../plan/org.ts'
import { OfGroup } from './inputs.ts'

export function renameGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'rename-group',
    describes: 'Renames a group, at the endpoint too if it is pushed.',
    input: OfGroup.extend({ name: z.string().min(1).describe('The new name') }),
    run: ({ group, name }) => engine.act(renameGroup(engine.org, findGroup(engine.org, group), name, engine.maker)),
  })
}
