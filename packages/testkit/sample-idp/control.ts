// The words of the sample: six verbs and two views.
import { defineVerb, defineView, inGroup, resolveSwitches, type Verb, VerbError } from '@scimulator/shared/behaviour'
import { type Desk, switchesOf } from '@scimulator/shared/program'
import { converse } from '@scimulator/shared/provisioning'
import { z } from 'zod'
import { switches } from './behaviour.ts'
import { push } from './push.ts'
import type { Kinds, Person } from './state.ts'

const Named = z.strictObject({ user: z.string() })
const Shown = z.object({ userName: z.string(), displayName: z.string(), isAssigned: z.boolean() })

export function verbsOf({ state, put, send, options }: Desk<Kinds>): readonly Verb[] {
  const behaviour = resolveSwitches(switches, switchesOf(options).switches)
  const known = (name: string): Person => {
    const person = state.get('person', name)
    if (!person) throw new VerbError('not-found', `There is no user "${name}".`)
    return person
  }
  const keep = (person: Person): void => put('person', person.userName, person)
  const change = async (person: Person): Promise<void> => {
    keep(person)
    const target = state.get('target', '')
    if (target) keep(await converse(push(person, target, behaviour), send))
  }
  const assigned = (name: string, describes: string, isAssigned: boolean) =>
    defineVerb({ name, describes, input: Named, run: ({ user }) => change({ ...known(user), isAssigned }) })
  return inGroup<Verb>('People', [
    defineVerb({
      name: 'connect',
      describes: 'Says where people go.',
      input: z.strictObject({ url: z.url(), token: z.string().meta({ secret: true }) }),
      run: (target) => put('target', '', target),
    }),
    defineVerb({
      name: 'create-user',
      describes: 'Creates a user.',
      input: z.strictObject({ userName: z.email(), displayName: z.string() }),
      run: (input) => keep({ ...input, isAssigned: false }),
    }),
    defineVerb({
      name: 'update-user',
      describes: 'Gives a user another name, at the target too if they are assigned.',
      input: Named.extend({ displayName: z.string() }),
      run: ({ user, displayName }) => change({ ...known(user), displayName }),
    }),
    defineVerb({
      name: 'delete-user',
      describes: 'Deletes a user, here and at the target.',
      input: Named,
      async run({ user }) {
        await change({ ...known(user), isAssigned: false })
        put('person', user, null)
      },
    }),
    assigned('assign', 'Assigns a user to the application.', true),
    assigned('unassign', 'Takes the assignment of a user back.', false),
  ])
}

export function viewsOf({ state }: Desk<Kinds>) {
  return [
    defineView({
      name: 'users',
      describes: 'People.',
      query: z.strictObject({}),
      item: Shown,
      read: () => state.all('person').map(({ targetId: _, ...value }) => ({ key: value.userName, value })),
    }),
    defineView({
      name: 'links',
      describes: 'What the target calls the people.',
      query: z.strictObject({}),
      item: z.object({ targetId: z.string() }),
      read: () =>
        state.all('person').flatMap(({ userName: key, targetId }) => (targetId ? [{ key, value: { targetId } }] : [])),
    }),
  ]
}
