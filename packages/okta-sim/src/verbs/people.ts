import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { findUser } from '../plan/org.ts'
import { changeUser, createUser, deleteUser, moveUser } from '../plan/people.ts'
import { Profile, type User, type UserStatus } from '../values/user.ts'
import { UserName } from './inputs.ts'

const Named = z.strictObject({ user: UserName })

export function peopleVerbs(engine: Engine) {
  return [
    defineVerb({
      name: 'create-user',
      describes: 'Creates a person with a profile; activate false leaves them STAGED.',
      input: z.strictObject({
        ...Profile.shape,
        activate: z.boolean().default(true).describe('Whether the person is ACTIVE at once'),
        key: z.string().optional().describe('What scenarios call the person'),
      }),
      async run({ activate, key, ...profile }) {
        const { user, step } = createUser(
          engine.org,
          { profile, isActive: activate, ...(key && { key }) },
          engine.maker,
        )
        await engine.act(step)
        return { id: user.id }
      },
    }),
    defineVerb({
      name: 'update-user',
      describes: 'Changes attributes of a profile; null takes a value away. What is mapped is pushed.',
      input: Named.extend({
        set: z.strictObject(
          Object.fromEntries(Object.keys(Profile.shape).map((name) => [name, z.string().nullable().optional()])),
        ),
      }),
      run: ({ user, set }) => engine.act(changeUser(engine.org, findUser(engine.org, user), set, engine.maker)),
    }),
    ...MOVES.map(({ name, describes, from, to }) =>
      defineVerb({
        ...{ name, describes, input: Named },
        async run({ user }) {
          const known = findUser(engine.org, user)
          mustBe(known, from, name)
          await engine.act(moveUser(engine.org, known, to, engine.maker))
        },
      }),
    ),
    defineVerb({
      name: 'delete-user',
      describes: 'Deletes a person who is DEPROVISIONED. Nothing is sent.',
      input: Named,
      async run({ user }) {
        const known = findUser(engine.org, user)
        mustBe(known, ['DEPROVISIONED'], 'delete-user')
        await engine.act(deleteUser(engine.org, known))
      },
    }),
  ]
}

interface Move {
  readonly name: 'activate-user' | 'deactivate-user' | 'suspend-user' | 'unsuspend-user'
  readonly describes: string
  readonly from: readonly UserStatus[]
  readonly to: UserStatus
}

/** The transitions of O913. */
const MOVES: readonly Move[] = [
  {
    name: 'activate-user',
    describes: 'Activates a person who is STAGED or DEPROVISIONED; what a group assigns comes back by itself.',
    from: ['STAGED', 'DEPROVISIONED'],
    to: 'ACTIVE',
  },
  {
    name: 'deactivate-user',
    describes: 'Deactivates a person: they lose every application that was assigned to them.',
    from: ['STAGED', 'ACTIVE', 'SUSPENDED'],
    to: 'DEPROVISIONED',
  },
  { name: 'suspend-user', describes: 'Suspends a person. Nothing is sent.', from: ['ACTIVE'], to: 'SUSPENDED' },
  { name: 'unsuspend-user', describes: 'Ends a suspension.', from: ['SUSPENDED'], to: 'ACTIVE' },
]

function mustBe({ status, profile }: User, allowed: readonly UserStatus[], verb: string): void {
  if (allowed.includes(status)) return
  throw new VerbError('conflict', `${verb}: ${profile.login} is ${status}; it has to be ${allowed.join(' or ')}.`)
}
