// One small company as its identity provider has it, and how each act changes it. Pure; it knows no identity provider.

export interface Person {
  readonly key: string
  readonly userName: string
  readonly givenName: string
  readonly familyName: string
  readonly title: string
  readonly department: string
  readonly employeeNumber: string
  /** Of the work phone. */
  readonly phone: string
  readonly mobile?: string
  /** The first mobile number that the person will have. */
  readonly spareMobile: string
  /** Key of another person. */
  readonly boss?: string
  /** Value of the app role that was given to this person beside those of groups. */
  readonly role?: string
  readonly isBlocked: boolean
  /** Where the person is: at work, in the bin of the identity provider, or gone from there for good. */
  readonly place: 'here' | 'bin' | 'gone'
  /** Never sent to the endpoint as active, or sent at least once. */
  readonly wasThere: boolean
}

export interface Team {
  readonly key: string
  readonly name: string
  /** Keys of people, and of teams that are nested in it. */
  readonly members: readonly string[]
  readonly isDeleted: boolean
}

/** All members of the team `staff` are provisioned, and no other users. */
export interface CompanyState {
  readonly people: ReadonlyMap<string, Person>
  readonly teams: ReadonlyMap<string, Team>
}

export const STAFF = 'staff'

export function displayNameOf({ givenName, familyName }: Person): string {
  return `${givenName} ${familyName}`
}

export function withPerson(state: CompanyState, key: string, change: Partial<Person>): CompanyState {
  const person = state.people.get(key)
  if (!person) throw new Error(`There is no ${key} in the company.`)
  return { ...state, people: new Map(state.people).set(key, { ...person, ...change }) }
}

export function withTeam(state: CompanyState, key: string, change: Partial<Team>): CompanyState {
  const team = state.teams.get(key)
  if (!team) throw new Error(`There is no team ${key} in the company.`)
  return { ...state, teams: new Map(state.teams).set(key, { ...team, ...change }) }
}

export function joined(state: CompanyState, team: string, key: string): CompanyState {
  const members = state.teams.get(team)?.members ?? []
  return withTeam(state, team, { members: [...members.filter((one) => one !== key), key] })
}

export function left(state: CompanyState, team: string, key: string): CompanyState {
  const members = state.teams.get(team)?.members ?? []
  return withTeam(state, team, { members: members.filter((one) => one !== key) })
}

/** A team of the company that exists. */
export function isTeam(state: CompanyState, key: string): boolean {
  return state.teams.get(key)?.isDeleted === false
}

function isInScope(state: CompanyState, key: string): boolean {
  return state.teams.get(STAFF)?.members.includes(key) ?? false
}

/** Whether the person must be able to work at the endpoint. */
export function isActive(state: CompanyState, key: string): boolean {
  const person = state.people.get(key)
  return person !== undefined && person.place === 'here' && !person.isBlocked && isInScope(state, key)
}
