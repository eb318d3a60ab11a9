// What the endpoint's directory must be, from the acts alone: no engine, no exchange. Pure.
import { DEPARTMENT, ENTERPRISE } from '../answer.ts'
import { type CompanyState, displayNameOf, isActive, isTeam, type Person } from './company-state.ts'

/** How a value by which endpoints match leaves the identity provider: with the mark of the run. */
export type OnWire = (text: string) => string

const asWritten: OnWire = (text) => text

export type Sender = 'entra' | 'entraLegacy' | 'onDemand' | 'jumpcloud' | 'okta' | 'oktaCatalogue'

export interface ExpectedPerson {
  readonly key: string
  /** `gone`: deleted at the endpoint. `never`: nothing was ever sent of this person. */
  readonly presence: 'there' | 'gone' | 'never'
  readonly active: boolean
  /** Attribute paths and their values; those of the inactive are not looked at. */
  readonly values: ReadonlyMap<string, string>
  /** Key of the manager; null for none, undefined where it is not sent. */
  readonly boss: string | null | undefined
  /** Value of a role; null where the one that was given is gone again, undefined where none is sent. */
  readonly role: string | null | undefined
}

/** The one role of the story. */
export const ROLE = 'scimulator-reader'
/** The role that a group is assigned with. The one that an application has by itself has no value, and what is sent then is not known. */
export const MEMBER = 'scimulator-member'

export interface ExpectedTeam {
  readonly key: string
  readonly presence: 'there' | 'gone' | 'never'
  readonly name: string
  /** Keys of those who must be members, and of those who must not; of the inactive neither is said. */
  readonly within: readonly string[]
  readonly without: readonly string[]
}

export function expectedPerson(
  state: CompanyState,
  key: string,
  sender: Sender,
  onWire: OnWire = asWritten,
): ExpectedPerson {
  const person = state.people.get(key)
  if (!person) return { key, presence: 'never', active: false, values: new Map(), boss: undefined, role: undefined }
  const active = isActive(state, key)
  const presence = presenceOf(person, active, sender)
  const boss = sender === 'entra' || sender === 'entraLegacy' ? (person.boss ?? null) : undefined
  return {
    key,
    presence,
    active,
    values: active ? valuesOf(person, onWire) : new Map(),
    boss: active ? boss : undefined,
    // Without the suffix a PATCH has the whole role as JSON text, which no endpoint can be asked to read.
    role: active && sender === 'entra' ? (person.role ?? null) : undefined,
  }
}

const KEEPING: readonly Sender[] = ['jumpcloud', 'okta', 'oktaCatalogue']

/** Entra ID deletes users who are gone for good; JumpCloud never deletes users (JumpCloud: custom SCIM integration), nor does Okta (O316). */
function presenceOf(person: Person, active: boolean, sender: Sender): ExpectedPerson['presence'] {
  if (!active && !person.wasThere) return 'never'
  return person.place === 'gone' && !KEEPING.includes(sender) ? 'gone' : 'there'
}

function valuesOf(person: Person, onWire: OnWire): ReadonlyMap<string, string> {
  const { userName, givenName, familyName, title, department, employeeNumber, phone, mobile } = person
  return new Map([
    ['userName', onWire(userName)],
    ['displayName', onWire(displayNameOf(person))],
    ['name.givenName', givenName],
    ['name.familyName', familyName],
    ['title', title],
    ['emails[work]', onWire(userName)],
    [DEPARTMENT, department],
    [`${ENTERPRISE}:employeeNumber`, onWire(employeeNumber)],
    ['phoneNumbers[work]', phone],
    ...(mobile === undefined ? [] : [['phoneNumbers[mobile]', mobile] as const]),
  ])
}

/** Neither service makes or keeps a team that never had a member; JumpCloud never makes an empty one. */
export function expectedTeam(state: CompanyState, key: string, onWire: OnWire = asWritten): ExpectedTeam {
  const team = state.teams.get(key)
  if (!team) return { key, presence: 'never', name: '', within: [], without: [] }
  const people = [...state.people.keys()]
  return {
    key,
    presence: team.isDeleted ? 'gone' : 'there',
    name: onWire(team.name),
    within: team.members.filter((one) => isActive(state, one) || isTeam(state, one)),
    without: [...people, ...state.teams.keys()].filter((one) => {
      return !team.members.includes(one) && (isActive(state, one) || isTeam(state, one))
    }),
  }
}
