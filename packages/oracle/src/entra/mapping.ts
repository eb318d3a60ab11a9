// What the mappings make of a person or a team: the two tables, by hand.
import type { History, Person, Preset, Team } from './history.ts'

type Row = readonly [path: string, attribute: string]

const BOTH: readonly Row[] = [
  ['displayName', 'displayName'],
  ['title', 'jobTitle'],
  ['name.givenName', 'givenName'],
  ['name.familyName', 'surname'],
  ['addresses[type eq "work"].country', 'country'],
  ['phoneNumbers[type eq "mobile"].value', 'mobile'],
  ['employeeNumber', 'employeeId'],
  ['department', 'department'],
]

/** Rows of the mapping that a new app has, beside userName, active, name.formatted and manager (SingleID and Capturi guides). */
const DEFAULT: readonly Row[] = [
  ['emails[type eq "work"].value', 'mail'],
  ['preferredLanguage', 'preferredLanguage'],
  ['addresses[type eq "work"].locality', 'city'],
  ['externalId', 'mailNickname'],
]

/** Rows of Lark's page (Lark D04, D05) beside userName, active and the email address, which is the name. */
const LARK: readonly Row[] = [
  ['externalId', 'objectId'],
  ['userType', 'employeeType'],
]

/** Null results are dropped (Microsoft: Known issues; a null cannot be provisioned). */
/** @param changed rows that are not the preset’s, null for one that is gone */
export function wantedOf(
  person: Person,
  preset: Preset,
  changed: ReadonlyMap<string, string | null> = new Map(),
): Map<string, string> {
  const { attributes } = person
  const name = deliveredName(person)
  const read = (attribute: string) => (attribute === 'objectId' ? person.id : attributes.get(attribute))
  const values = new Map([['userName', name]])
  for (const [path, attribute] of [...BOTH, ...(preset === 'lark' ? LARK : DEFAULT)]) {
    const source = changed.has(path) ? changed.get(path) : attribute
    const value = typeof source === 'string' ? read(source) : undefined
    if (value !== undefined) values.set(path, value)
  }
  if (preset === 'lark') values.set('emails[type eq "work"].value', name)
  else values.set('name.formatted', `${read('givenName')} ${read('surname')}`)
  return values
}

/** Of a guest without #EXT# and the tenant's domain (Microsoft: How application provisioning works). */
export function deliveredName({ name }: Person): string {
  const guest = /^(.*)_([^_]+)#EXT#@/.exec(name)
  return guest ? `${guest[1]}@${guest[2]}` : name
}

/** Lark's page deletes the row of externalId (Lark D03). */
export function wantedOfTeam(team: Team, preset: Preset): Map<string, string> {
  return new Map([['displayName', team.name], ...(preset === 'lark' ? [] : [['externalId', team.id] as const])])
}

export function mapsManagers({ preset }: History): boolean {
  return preset === 'default'
}
