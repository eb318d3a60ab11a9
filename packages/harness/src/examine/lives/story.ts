// What happens to the people of one company, in order. Each act says what the administrator does, what it means, and who is looked at.
import type { Answer } from '../answer.ts'
import type { Facts } from '../facts.ts'
import {
  type CompanyState,
  displayNameOf,
  joined,
  left,
  type Person,
  STAFF,
  type Team,
  withPerson,
  withTeam,
} from './company-state.ts'
import { ROLE, type Sender } from './expected-directory.ts'
import type { IdentityProvider } from './identity-provider.ts'

/** What an act may do beside what the administrator does. */
export interface Stage {
  readonly provider: IdentityProvider
  /** Somebody else at the endpoint makes an account of this userName, by plain SCIM. */
  colleagueMakes(person: Person): Promise<Answer>
  /** The same, in the moment between the lookup and the create of the identity provider. */
  colleagueMakesMeanwhile(person: Person): void
  /** Everything that is due is sent. */
  settle(): Promise<void>
  /** Somebody else makes a group of this name, with these people in it who are at the endpoint. */
  colleagueMakesTeam(team: Team, members: readonly string[]): Promise<void>
  /** An administrator of the application shuts the person out, beside SCIM. */
  shutOut(person: Person): Promise<void>
}

export interface Act {
  readonly id: string
  /** Who lives through it; all by default. */
  readonly senders?: readonly Sender[]
  /** Keys of people and teams that are read afterwards, beside the bystander. */
  readonly touches: readonly string[]
  readonly needsGroups?: boolean
  /** Only where the endpoint keeps roles. */
  readonly needsRoles?: boolean
  /** Only where somebody said how an administrator of the application shuts a person out. */
  readonly needsBlock?: boolean
  /** Key of somebody who is looked up by name afterwards, and must be there once. */
  readonly counts?: string
  /** How often everything that is due is sent before anybody looks; what was refused at first is tried again. Default once. */
  readonly settles?: number
  does(state: CompanyState, stage: Stage): Promise<void>
  /** The company afterwards. */
  becomes(state: CompanyState): CompanyState
}

const CYCLES: readonly Sender[] = ['entra', 'entraLegacy']
const NO_GROUPS: readonly Sender[] = ['entra', 'entraLegacy', 'jumpcloud']

const personOf = (state: CompanyState, key: string): Person => {
  const person = state.people.get(key)
  if (!person) throw new Error(`There is no ${key} in the story.`)
  return person
}

/** Somebody's attributes change. */
function changes(id: string, key: string, change: (person: Person) => Partial<Person>): Act {
  const changed = (state: CompanyState) => withPerson(state, key, change(personOf(state, key)))
  return {
    id,
    touches: [key],
    async does(state, { provider }) {
      const person = personOf(changed(state), key)
      await provider.change(key, person, displayNameOf(person))
    },
    becomes: changed,
  }
}

function reports(id: string, key: string, boss: string | undefined): Act {
  return {
    id,
    senders: CYCLES,
    touches: [key],
    does: (_state, { provider }) => provider.report(key, boss),
    becomes: (state) => {
      const { boss: _before, ...person } = personOf(state, key)
      return { ...state, people: new Map(state.people).set(key, boss === undefined ? person : { ...person, boss }) }
    },
  }
}

function blocks(id: string, key: string, isBlocked: boolean): Act {
  return {
    id,
    // Provision on demand refuses disabled and deleted users.
    senders: NO_GROUPS,
    touches: [key],
    does: (_state, { provider }) => provider.block(key, isBlocked),
    becomes: (state) => withPerson(state, key, { isBlocked }),
  }
}

function joins(id: string, team: string, ...keys: readonly string[]): Act {
  return {
    id,
    senders: NO_GROUPS,
    touches: [...keys, team],
    ...(team === STAFF ? {} : { needsGroups: true }),
    async does(_state, { provider }) {
      for (const key of keys) await provider.join(team, key)
    },
    becomes: (state) => keys.reduce((all, key) => joined(all, team, key), state),
  }
}

function leaves(id: string, team: string, ...keys: readonly string[]): Act {
  return {
    id,
    senders: NO_GROUPS,
    touches: [...keys, team],
    ...(team === STAFF ? {} : { needsGroups: true }),
    async does(_state, { provider }) {
      for (const key of keys) await provider.leave(team, key)
    },
    becomes: (state) => keys.reduce((all, key) => left(all, team, key), state),
  }
}

/** A group within a group, which neither JumpCloud nor provision on demand sends. */
function nests(id: string, isIn: boolean): Act {
  return {
    id,
    senders: CYCLES,
    touches: ['crew', 'guild'],
    needsGroups: true,
    does: (_state, { provider }) => provider.nest('crew', 'guild', isIn),
    becomes: (state) => (isIn ? joined(state, 'crew', 'guild') : left(state, 'crew', 'guild')),
  }
}

/** Only with the suffix does a PATCH write roles as a POST does (Microsoft, Customize attribute mappings). */
function role(id: string, isGiven: boolean): Act {
  return {
    id,
    senders: ['entra'],
    touches: ['ana'],
    needsRoles: true,
    does: (_state, { provider }) => provider.giveRole('ana', isGiven),
    becomes: (state) => {
      const { role: _before, ...person } = personOf(state, 'ana')
      return { ...state, people: new Map(state.people).set('ana', isGiven ? { ...person, role: ROLE } : person) }
    },
  }
}

/** A group is made; at the endpoint there may be one of its name already, with one of its people in it. */
function makes(id: string, key: string, members: readonly string[], before: readonly string[] = []): Act {
  const made = (state: CompanyState) => withTeam(state, key, { members, isDeleted: false })
  return {
    id,
    senders: NO_GROUPS,
    touches: [key, ...members],
    needsGroups: true,
    async does(state, { provider, colleagueMakesTeam }) {
      const team = made(state).teams.get(key)
      if (!team) return
      if (before.length > 0) await colleagueMakesTeam(team, before)
      await provider.makeTeam(team)
    },
    becomes: made,
  }
}

/** Hired anew: known to the identity provider, and in the team that is provisioned. */
function hires(id: string, key: string, before?: (person: Person, stage: Stage) => Promise<void>): Act {
  return {
    id,
    senders: NO_GROUPS,
    touches: [key],
    async does(state, stage) {
      const person = personOf(state, key)
      await before?.(person, stage)
      await stage.provider.hire(person, displayNameOf(person))
      await stage.provider.join(STAFF, key)
    },
    becomes: (state) => joined(withPerson(state, key, { place: 'here', wasThere: true }), STAFF, key),
  }
}

const hired: Act = {
  id: 'hired',
  touches: ['ana', 'ben', 'cleo', 'dan', 'eva', 'finn', STAFF, 'crew'],
  async does(state, { provider }) {
    for (const key of state.teams.get(STAFF)?.members ?? []) {
      const person = personOf(state, key)
      await provider.hire(person, displayNameOf(person))
    }
    for (const team of state.teams.values()) if (!team.isDeleted) await provider.makeTeam(team)
  },
  becomes: (state) => {
    const members = state.teams.get(STAFF)?.members ?? []
    return members.reduce((all, key) => withPerson(all, key, { wasThere: true }), state)
  },
}

const deleted: Act = {
  id: 'deleted',
  senders: NO_GROUPS,
  touches: ['eva'],
  does: (_state, { provider }) => provider.remove('eva'),
  becomes: (state) => withPerson(state, 'eva', { place: 'bin' }),
}

const restored: Act = {
  id: 'restored',
  senders: CYCLES,
  touches: ['eva'],
  does: (_state, { provider }) => provider.restore('eva'),
  becomes: (state) => withPerson(state, 'eva', { place: 'here' }),
}

const purged: Act = {
  id: 'purged',
  senders: CYCLES,
  touches: ['finn'],
  async does(_state, { provider, settle }) {
    await provider.remove('finn')
    await settle()
    await provider.purge('finn')
  },
  becomes: (state) => left(withPerson(state, 'finn', { place: 'gone' }), STAFF, 'finn'),
}

const limited: Act = {
  id: 'deletion-threshold',
  senders: CYCLES,
  touches: ['ben', 'cleo'],
  async does(_state, { provider }) {
    await provider.limitDeletions(1)
    for (const key of ['ben', 'cleo']) await provider.block(key, true)
  },
  // Staged, and so nothing has happened yet.
  becomes: (state) => state,
}

const allowed: Act = {
  id: 'deletions-allowed',
  senders: CYCLES,
  touches: ['ben', 'cleo'],
  does: (_state, { provider }) => provider.allowDeletes(),
  becomes: (state) => ['ben', 'cleo'].reduce((all, key) => withPerson(all, key, { isBlocked: true }), state),
}

const backFromThreshold: Act = {
  id: 'all-back',
  senders: CYCLES,
  touches: ['ben', 'cleo'],
  async does(_state, { provider }) {
    await provider.limitDeletions(null)
    for (const key of ['ben', 'cleo']) await provider.block(key, false)
  },
  becomes: (state) => ['ben', 'cleo'].reduce((all, key) => withPerson(all, key, { isBlocked: false }), state),
}

/** The links are forgotten, and everybody is looked up again: somebody who is disabled just then among them. */
const restarted: Act = {
  id: 'restarted',
  senders: CYCLES,
  touches: ['ana', 'gus', 'dan', STAFF],
  async does(_state, { provider, settle }) {
    await provider.block('dan', true)
    await settle()
    await provider.restart()
  },
  becomes: (state) => withPerson(state, 'dan', { isBlocked: true }),
}

const teamRenamed: Act = {
  id: 'group-renamed',
  senders: NO_GROUPS,
  touches: ['crew'],
  needsGroups: true,
  does: (state, { provider }) => provider.renameTeam('crew', `${state.teams.get('crew')?.name} renamed`),
  becomes: (state) => withTeam(state, 'crew', { name: `${state.teams.get('crew')?.name} renamed` }),
}

const teamDeleted: Act = {
  id: 'group-deleted',
  senders: NO_GROUPS,
  touches: ['crew', 'ana'],
  needsGroups: true,
  does: (_state, { provider }) => provider.deleteTeam('crew'),
  becomes: (state) => withTeam(state, 'crew', { isDeleted: true, members: [] }),
}

/** A return through SCIM gives back what the leave took, and nothing that an administrator had blocked. */
const blockedThere: Act = {
  id: 'blocked-by-administrator',
  senders: NO_GROUPS,
  touches: ['gus'],
  needsBlock: true,
  async does(state, { provider, shutOut, settle }) {
    await shutOut(personOf(state, 'gus'))
    await provider.block('gus', true)
    await settle()
    await provider.block('gus', false)
  },
  becomes: (state) => state,
}

export const STORY: readonly Act[] = [
  hired,
  changes('promoted', 'ana', () => ({ title: 'Head of Engineering', department: 'Management' })),
  changes('renamed', 'ben', ({ userName, familyName }) => ({
    familyName: `New ${familyName}`,
    userName: userName.replace('ben', 'ben.new'),
  })),
  changes('first-phone', 'cleo', ({ spareMobile }) => ({ mobile: spareMobile })),
  reports('manager-given', 'ana', 'dan'),
  reports('manager-changed', 'ana', 'eva'),
  reports('manager-gone', 'ana', undefined),
  role('role-given', true),
  role('role-lost', false),
  joins('joins-group', 'crew', 'dan'),
  leaves('leaves-group', 'crew', 'ben'),
  teamRenamed,
  makes('group-made', 'guild', ['ana']),
  joins('several-join-group', 'guild', 'ben', 'cleo'),
  nests('group-nested', true),
  nests('group-not-nested', false),
  leaves('group-emptied', 'guild', 'ana', 'ben', 'cleo'),
  makes('group-there-before', 'club', ['ana', 'cleo'], ['ana']),
  blocks('disabled', 'dan', true),
  { ...changes('changed-while-disabled', 'dan', () => ({ title: 'Away' })), senders: NO_GROUPS },
  blocks('enabled', 'dan', false),
  leaves('unassigned', STAFF, 'finn'),
  joins('assigned-again', STAFF, 'finn'),
  deleted,
  restored,
  purged,
  { ...hires('back', 'finn'), senders: CYCLES },
  { ...hires('back', 'eva'), senders: ['jumpcloud'] },
  hires('there-before', 'gus', async (person, { colleagueMakes }) => void (await colleagueMakes(person))),
  {
    ...hires('colleague', 'hal', async (person, { colleagueMakesMeanwhile }) => colleagueMakesMeanwhile(person)),
    settles: 3,
    counts: 'hal',
  },
  limited,
  allowed,
  backFromThreshold,
  restarted,
  { ...blocks('enabled-after-restart', 'dan', false), senders: CYCLES },
  teamDeleted,
  blockedThere,
]

/** The company before the first act. Every value by which endpoints match people is the run's own. */
export function companyOf(stem: string, { emailDomain, phone }: Pick<Facts, 'emailDomain' | 'phone'>): CompanyState {
  const keys = ['ana', 'ben', 'cleo', 'dan', 'eva', 'finn', 'gus', 'hal']
  const people = keys.map((key, index) => ({
    ...personNamed(key, index, stem, emailDomain),
    phone: phone(`+1 202 555 01${50 + index}`),
    spareMobile: phone(`+1 202 555 01${60 + index}`),
  }))
  const staff = { key: STAFF, name: `${stem}-staff`, members: keys.slice(0, 6), isDeleted: false }
  const crew = { key: 'crew', name: `${stem}-crew`, members: ['ana', 'ben', 'cleo'], isDeleted: false }
  const later = ['guild', 'club'].map((key) => ({ key, name: `${stem}-${key}`, members: [], isDeleted: true }))
  return {
    people: new Map(people.map((person) => [person.key, person])),
    teams: new Map([staff, crew, ...later].map((team) => [team.key, team])),
  }
}

function personNamed(
  key: string,
  index: number,
  stem: string,
  emailDomain: string,
): Omit<Person, 'phone' | 'spareMobile'> {
  return {
    key,
    userName: `${stem}-${key}@${emailDomain}`,
    givenName: `${key[0]?.toUpperCase()}${key.slice(1)}`,
    familyName: `Of ${stem}`,
    title: 'Engineer',
    department: 'Research',
    employeeNumber: `no-${stem}-${index}`,
    isBlocked: false,
    place: 'here',
    wasThere: false,
  }
}
