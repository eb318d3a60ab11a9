// The smallest programs that have the shape of the real ones: a receiver that keeps users, and a directory that pushes each new person.
import { addSourceVerb } from '@scimulator/receiver'
import {
  byName,
  type Control,
  defineVerb,
  defineView,
  type Verb,
  VerbError,
  type View,
} from '@scimulator/shared/behaviour'
import { readJsonBody, writeJson } from '@scimulator/shared/http'
import { Company } from '@scimulator/shared/people'
import type { ProgramSetup } from '@scimulator/shared/program'
import { z } from 'zod'
import type { ProgramKind } from '../src/world/program.ts'

type User = Record<string, unknown> & { id: string }

function controlOf(name: string, verbs: readonly Verb[], views: readonly View[]): Control {
  return {
    name,
    verbs: byName(verbs),
    views: byName(views),
    seq: () => 0,
    idle: async () => {},
    snapshot: () => null,
    restore: () => {},
    reset: () => {},
  }
}

export const fakeReceiver: ProgramKind = {
  name: 'receiver',
  actor: 'lark',
  given: 'receiver',
  options: z.strictObject({ brokenBy: z.enum(['duplicates']).optional() }),
  isReceiver: true,
  create(setup: ProgramSetup) {
    const users = new Map<string, User>()
    const token = setup.ids.token('token')
    const addSource = addSourceVerb(() => ({ id: '1', url: `${setup.publicUrl}/scim/v2`, token }))
    const addMember = defineVerb({
      name: 'add-member',
      describes: 'Adds a member by hand',
      input: z.strictObject({ email: z.string(), name: z.string().optional() }),
      run({ email, name }) {
        const id = setup.ids.uuid('User')
        users.set(id, { id, userName: email, displayName: name })
        return { id }
      },
    })
    const members = defineView({
      name: 'members',
      describes: 'Members',
      showsResources: true,
      query: z.strictObject({ organisation: z.string().optional() }),
      item: z.looseObject({}),
      read: () =>
        [...users.values()].map((user, index) => ({
          key: `${String(user.userName)}${index > 0 && user.twin ? '#2' : ''}`,
          value: { email: user.userName, name: user.displayName, token },
        })),
    })
    return {
      control: controlOf('receiver', [addSource, addMember], [members]),
      controls: [controlOf('receiver', [addSource], []), controlOf('lark', [addMember], [members])],
      async handle(request, response) {
        if (request.method === 'GET') {
          writeJson(response, 200, { totalResults: users.size, Resources: [...users.values()] })
          return
        }
        const id = setup.ids.uuid('User')
        const user = { ...z.looseObject({}).parse(await readJsonBody(request)), id, leaked: token }
        users.set(id, user)
        writeJson(response, 201, { ...user, meta: { location: `${setup.publicUrl}/scim/v2/Users/${id}` } })
      },
      close: async () => {},
    }
  },
}

export const fakeIdp: ProgramKind = {
  name: 'idp',
  given: 'idp',
  options: z.strictObject({ delayMs: z.int().min(0).default(0) }),
  isReceiver: false,
  create(setup: ProgramSetup) {
    const { delayMs } = z.strictObject({ delayMs: z.int() }).parse(setup.options)
    let access = { url: '', token: '' }
    const people = new Map<string, { displayName: string }>()

    const push = async (email: string): Promise<void> => {
      await setup.send({
        method: 'POST',
        url: `${access.url}/Users`,
        headers: [
          ['Authorization', `Bearer ${access.token}`],
          ['Content-Type', 'application/scim+json'],
        ],
        body: JSON.stringify({ userName: email, displayName: people.get(email)?.displayName }),
      })
    }
    const configure = defineVerb({
      name: 'configure',
      describes: 'Says where to push',
      input: z.strictObject({ url: z.url(), token: z.string().min(1), retries: z.int().optional() }),
      run(input) {
        access = input
      },
    })
    const loadCompany = defineVerb({
      name: 'load-company',
      describes: 'Loads people',
      input: z.strictObject({ company: Company }),
      run({ company }) {
        for (const person of company.people) people.set(person.email, person)
        return { people: company.people.length }
      },
    })
    const pushUser = defineVerb({
      name: 'push-user',
      describes: 'Pushes one person',
      input: z.strictObject({ user: z.string() }),
      async run({ user }) {
        if (!people.has(user)) throw new VerbError('not-found', `push-user: there is nobody called "${user}".`)
        if (delayMs === 0) await push(user)
        else setup.schedule.at(setup.schedule.now() + delayMs, 'idp', () => push(user))
      },
    })
    const crash = defineVerb({
      name: 'crash',
      describes: 'Has a bug',
      input: z.strictObject({}),
      run() {
        throw new TypeError('a bug of ours')
      },
    })
    const log = defineView({
      name: 'log',
      describes: 'A log that has dropped its first entries',
      query: z.strictObject({}),
      item: z.looseObject({}),
      dropped: () => 3,
      read: () => [{ key: '4', value: {} }],
    })
    const broken = defineView({
      name: 'broken',
      describes: 'Has a bug',
      query: z.strictObject({}),
      item: z.looseObject({}),
      read() {
        throw new TypeError('a bug of the view')
      },
    })
    const users = defineView({
      name: 'users',
      describes: 'People',
      query: z.strictObject({}),
      item: z.looseObject({}),
      read: () => [...people].map(([key, person]) => ({ key, value: person })),
    })
    return {
      control: controlOf('idp', [configure, loadCompany, pushUser, crash], [users, log, broken]),
      handle: (_, response) => writeJson(response, 200, { program: 'idp' }),
      close: async () => {},
    }
  },
}

export const FAKE_KINDS: readonly ProgramKind[] = [fakeReceiver, fakeIdp]
