// The programs as worlds, with texts that their words take.
import type { Json } from '../../json-values.ts'
import type { Hints } from '../schema-values.ts'
import type { World } from '../world.ts'
import { filledWorld } from './filled-world.ts'

export interface ProgramWorld {
  open(): Promise<World>
  readonly hints: Hints
}

const USERS: readonly Json[] = ['ID0', 'ID1', 'ID2', 'ID0', 'nobody@contoso.example']
const GROUPS: readonly Json[] = ['GID0', 'GID1', 'GID0', 'Nothing']

export const PROGRAM_WORLDS: Readonly<Record<string, ProgramWorld>> = {
  receiver: {
    open: () =>
      filledWorld('receiver', {
        '': { view: 'members' },
        M: { view: 'members', member: 'id' },
        G: { view: 'departments' },
        S: { view: 'sync-sources' },
        A: { view: 'administrators' },
      }),
    hints: {
      '*': ['ID0', 'GID0', 'SID0', 'a', 'Sales'],
      member: USERS,
      source: ['SID0', 'SID0', 'nowhere'],
      as: ['AID0'],
      organisation: ['default'],
      administrator: ['AID0'],
      kind: ['Entra ID', 'JumpCloud', 'Okta'],
      email: ['new@contoso.example', 'ID0', 'ID1'],
      deviations: [[], ['integer-ids'], ['no-soft-delete']],
    },
  },
  entra: {
    open: () =>
      filledWorld('entra', {
        '': { view: 'users' },
        G: { view: 'groups' },
        U: { view: 'users', member: 'id' },
        H: { view: 'groups', member: 'id' },
        A: { view: 'applications', member: 'id' },
        P: { view: 'applications', member: 'appId' },
        J: { view: 'job', member: 'id' },
      }),
    hints: {
      '*': ['ID0', 'GID0', 'App', 'a', 'displayName', '[mail]'],
      user: USERS,
      member: USERS,
      group: GROUPS,
      app: ['App', 'App', 'Nothing'],
      principal: [...USERS, ...GROUPS],
      userPrincipalName: ['new@contoso.example', 'other@contoso.example', 'ID0'],
      manager: USERS,
      expression: ['[mail]', 'Join(" ", [givenName], [surname])', 'Switch([isSoftDeleted], , "False", "True")'],
      source: ['mail', 'displayName', '', 'jobTitle'],
      target: ['displayName', 'userName', 'title', 'emails[type eq "work"].value'],
    },
  },
  jumpcloud: {
    open: () =>
      filledWorld('jumpcloud', {
        '': { view: 'users' },
        U: { view: 'users', member: '_id' },
        G: { view: 'groups' },
        H: { view: 'groups', member: 'id' },
        A: { view: 'applications', member: 'id' },
      }),
    hints: {
      '*': ['ID0', 'GID0', 'App', 'a', 'x@contoso.example'],
      user: USERS,
      group: GROUPS,
      application: ['App', 'App', 'Nothing'],
      baseUrl: ['http://receiver.scimulator.test/scim/v2', 'nowhere'],
      token: ['secret', 'wrong'],
      email: ['new@contoso.example', 'x@contoso.example'],
    },
  },
  okta: {
    open: () =>
      filledWorld('okta', {
        '': { view: 'users' },
        U: { view: 'users', member: 'id' },
        G: { view: 'groups' },
        H: { view: 'groups', member: 'id' },
        A: { view: 'applications' },
        B: { view: 'applications', member: 'id' },
      }),
    hints: {
      '*': ['ID0', 'GID0', 'App', 'a', 'x@contoso.example'],
      user: USERS,
      group: GROUPS,
      application: ['App', 'App', 'Nothing'],
      baseUrl: ['http://receiver.scimulator.test/scim/v2', 'nowhere'],
      token: ['secret', 'wrong'],
      login: ['new@contoso.example', 'x@contoso.example'],
      email: ['new@contoso.example', 'x@contoso.example'],
    },
  },
}

export function openWorld(name: string): Promise<World> {
  const known = PROGRAM_WORLDS[name]
  if (!known) throw new Error(`There is no world of ${name}.`)
  return known.open()
}
