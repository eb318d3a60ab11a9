// What an act is, and those that several stories of people have in common. Each says what the administrator does, what it means, and who is
// looked at.
import type { Answer } from '../answer.ts'
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
  /** Only where the target's description says how an administrator of the application shuts a person out. */
  readonly needsBlock?: boolean
  /** Key of somebody who is looked up by name afterwards, and must be there once. */
  readonly counts?: string
  /** How often everything that is due is sent before the directory is looked at; what was refused at first is tried again. Default once. */
  readonly settles?: number
  does(state: CompanyState, stage: Stage): Promise<void> | undefined
  /** The company afterwards. */
  becomes(state: CompanyState): CompanyState
}

export const CYCLES: readonly Sender[] = ['entra', 'entraLegacy']
export const NO_GROUPS: readonly Sender[] = ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'oktaCatalogue']

export const personOf = (state: CompanyState, key: string): Person => {
  const person = state.people.get(key)
  if (!person) throw new Error(`There is no ${key} in the story.`)
  return person
}

/** Somebody's attributes change. */
export function changes(id: string, key: string, change: (person: Person) => Partial<Person>): Act {
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

export function reports(id: string, key: string, boss: string | undefined): Act {
  return {
    id,
    senders: CYCLES,
    touches: [key],
    does: (_state, { provider }) => provider.report?.(key, boss),
    becomes: (state) => {
      const { boss: _before, ...person } = personOf(state, key)
      return { ...state, people: new Map(state.people).set(key, boss === undefined ? person : { ...person, boss }) }
    },
  }
}

export function blocks(id: string, key: string, isBlocked: boolean): Act {
  return {
    id,
    // Provision on demand refuses disabled and deleted users.
    senders: NO_GROUPS,
    touches: [key],
    does: (_state, { provider }) => provider.block(key, isBlocked),
    becomes: (state) => withPerson(state, key, { isBlocked }),
  }
}

export function joins(id: string, team: string, ...keys: readonly string[]): Act {
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

export function leaves(id: string, team: string, ...keys: readonly string[]): Act {
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
export function nests(id: string, isIn: boolean): Act {
  return {
    id,
    senders: CYCLES,
    touches: ['crew', 'guild'],
    needsGroups: true,
    does: (_state, { provider }) => provider.nest?.('crew', 'guild', isIn),
    becomes: (state) => (isIn ? joined(state, 'crew', 'guild') : left(state, 'crew', 'guild')),
  }
}

/** Only with the suffix does a PATCH write roles as a POST does (Microsoft, Customize attribute mappings). */
export function role(id: string, isGiven: boolean): Act {
  return {
    id,
    senders: ['entra'],
    touches: ['ana'],
    needsRoles: true,
    does: (_state, { provider }) => provider.giveRole?.('ana', isGiven),
    becomes: (state) => {
      const { role: _before, ...person } = personOf(state, 'ana')
      return { ...state, people: new Map(state.people).set('ana', isGiven ? { ...person, role: ROLE } : person) }
    },
  }
}

/** A group is made; at the endpoint there may be one of its name already, with one of its people in it. */
export function makes(id: string, key: string, members: readonly string[], before: readonly string[] = []): Act {
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
export function hires(id: string, key: string, before?: (person: Person, stage: Stage) => Promise<void>): Act {
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
