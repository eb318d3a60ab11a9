// The words of the sample: six verbs and two views.
import { defineVerb, defineView, VerbError } from '@scimulator/shared/behaviour'
import { converse, type Send } from '@scimulator/shared/provisioning'
import { z } from 'zod'
import { push } from './push.ts'
import type { Person, SampleChange, SampleState } from './state.ts'

export interface Desk {
  readonly state: SampleState
  readonly send: Send
  commit(changes: readonly SampleChange[]): void
}

const Named = z.strictObject({ user: z.string() })
const Shown = z.object({ userName: z.string(), displayName: z.string(), isAssigned: z.boolean() })

export function verbsOf(desk: Desk) {
  const { state } = desk
  const known = (name: string): Person => {
    const person = state.people.get(name)
    if (!person) throw new VerbError('not-found', `There is nobody called "${name}".`)
    return person
  }
  const put = (value: Person): void => desk.commit([{ kind: 'person', userName: value.userName, value }])
  const change = async (person: Person): Promise<void> => {
    put(person)
    if (state.target) put(await converse(push(person, state.target), desk.send))
  }
  const people = [
    defineVerb({
      name: 'create-user',
      describes: 'Creates a user.',
      input: z.strictObject({ userName: z.email(), displayName: z.string() }),
      run: (input) => put({ ...input, isAssigned: false }),
    }),
    defineVerb({
      name: 'update-user',
      describes: 'Gives a user another name; the target hears of one who is assigned.',
      input: Named.extend({ displayName: z.string() }),
      run: ({ user, displayName }) => change({ ...known(user), displayName }),
    }),
    defineVerb({
      name: 'delete-user',
      describes: 'Deletes a user, here and at the target.',
      input: Named,
      async run({ user }) {
        await change({ ...known(user), isAssigned: false })
        desk.commit([{ kind: 'person', userName: user, value: null }])
      },
    }),
  ]
  const application = [
    defineVerb({
      name: 'connect',
      describes: 'Says where people go.',
      input: z.strictObject({ url: z.url(), token: z.string() }),
      run: (value) => desk.commit([{ kind: 'target', value }]),
    }),
    defineVerb({
      name: 'assign',
      describes: 'Assigns a user to the application.',
      input: Named,
      run: ({ user }) => change({ ...known(user), isAssigned: true }),
    }),
    defineVerb({
      name: 'unassign',
      describes: 'Takes the assignment of a user back.',
      input: Named,
      run: ({ user }) => change({ ...known(user), isAssigned: false }),
    }),
  ]
  return { People: people.map((verb) => () => verb), Application: application.map((verb) => () => verb) }
}

export function viewsOf({ state }: Desk) {
  const linked = () => [...state.people.values()].filter(({ targetId }) => targetId !== undefined)
  return [
    defineView({
      name: 'users',
      describes: 'People',
      query: z.strictObject({}),
      item: Shown,
      read: () =>
        [...state.people.values()].map(({ targetId: _targetId, ...value }) => ({ key: value.userName, value })),
    }),
    defineView({
      name: 'links',
      describes: 'What the target calls the people',
      query: z.strictObject({}),
      item: z.object({ targetId: z.string() }),
      read: () => linked().map(({ userName, targetId = '' }) => ({ key: userName, value: { targetId } })),
    }),
  ]
}
