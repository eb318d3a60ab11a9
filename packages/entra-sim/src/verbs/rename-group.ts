import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateGroup } from '../acts/decide-group.ts'
import type { EntraContext } from '../context.ts'
import { findGroup } from '../state/find.ts'
import { GroupName } from './inputs.ts'

const Input = z.strictObject({ group: GroupName, name: z.string().min(1).describe('The new name') })

export const renameGroupVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'rename-group',
    describes: 'Changes the displayName of a group.',
    input: Input,
    run: ({ group, name }) => {
      ports.commit(updateGroup(ports.view, findGroup(ports.view, group), { displayName: name }))
    },
  })
