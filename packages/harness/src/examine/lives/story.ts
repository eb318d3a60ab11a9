// What happens to the people of one company, in order.
import type { Facts } from '../facts.ts'
import {
  type Act,
  blocks,
  CYCLES,
  changes,
  hires,
  joins,
  leaves,
  makes,
  NO_GROUPS,
  nests,
  personOf,
  reports,
  role,
} from './acts.ts'
import { type CompanyState, displayNameOf, left, type Person, STAFF, withPerson, withTeam } from './company-state.ts'

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
  does: (_state, { provider }) => provider.restore?.('eva'),
  becomes: (state) => withPerson(state, 'eva', { place: 'here' }),
}

const purged: Act = {
  id: 'purged',
  senders: CYCLES,
  touches: ['finn'],
  async does(_state, { provider, settle }) {
    await provider.remove('finn')
    await settle()
    await provider.purge?.('finn')
  },
  becomes: (state) => left(withPerson(state, 'finn', { place: 'gone' }), STAFF, 'finn'),
}

const limited: Act = {
  id: 'deletion-threshold',
  senders: CYCLES,
  touches: ['ben', 'cleo'],
  async does(_state, { provider }) {
    await provider.limitDeletions?.(1)
    for (const key of ['ben', 'cleo']) await provider.block(key, true)
  },
  // Staged, and so nothing has happened yet.
  becomes: (state) => state,
}

const allowed: Act = {
  id: 'deletions-allowed',
  senders: CYCLES,
  touches: ['ben', 'cleo'],
  does: (_state, { provider }) => provider.allowDeletes?.(),
  becomes: (state) => ['ben', 'cleo'].reduce((all, key) => withPerson(all, key, { isBlocked: true }), state),
}

const backFromThreshold: Act = {
  id: 'all-back',
  senders: CYCLES,
  touches: ['ben', 'cleo'],
  async does(_state, { provider }) {
    await provider.limitDeletions?.(null)
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
    await provider.restart?.()
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
  { ...hires('back', 'eva'), senders: ['jumpcloud', 'okta', 'oktaCatalogue'] },
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
