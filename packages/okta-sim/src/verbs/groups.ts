import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { createGroup, deleteGroup, renameGroup, setMember } from '../plan/groups.ts'
import { findGroup, findUser } from '../plan/org.ts'
import { GroupName, UserName } from './inputs.ts'

export function groupVerbs(engine: Engine) {
  const member = (name: 'add-member' | 'remove-member', describes: string) =>
    defineVerb({
      ...{ name, describes, input: z.strictObject({ group: GroupName, user: UserName }) },
      run: ({ group, user }) =>
        engine.act(
          setMember(
            engine.org,
            findGroup(engine.org, group),
            findUser(engine.org, user),
            name === 'add-member',
            engine.maker,
          ),
        ),
    })
  return [
    defineVerb({
      name: 'create-group',
      describes: 'Creates a group.',
      input: z.strictObject({
        name: z.string().min(1).describe('Name'),
        description: z.string().optional().describe('Description'),
      }),
      async run({ name, description }) {
        const { group, step } = createGroup(engine.org, name, description, engine.maker)
        await engine.act(step)
        return { id: group.id }
      },
    }),
    member('add-member', 'Puts a person into a group; applications and pushes of the group follow.'),
    member('remove-member', 'Takes a person out of a group; applications and pushes of the group follow.'),
    defineVerb({
      name: 'rename-group',
      describes: 'Gives a group another name, at the endpoint too where it is pushed.',
      input: z.strictObject({ group: GroupName, name: z.string().min(1).describe('The new name') }),
      run: ({ group, name }) => engine.act(renameGroup(engine.org, findGroup(engine.org, group), name, engine.maker)),
    }),
    defineVerb({
      name: 'delete-group',
      describes: 'Deletes a group that is not pushed.',
      input: z.strictObject({ group: GroupName }),
      run: ({ group }) => engine.act(deleteGroup(engine.org, findGroup(engine.org, group), engine.maker)),
    }),
  ]
}
