// People and groups with the very names, addresses, numbers and externalIds of the fixtures.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Company } from '@scimulator/shared/people'
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { parse } from 'yaml'

export type Kind = 'Users' | 'Groups'

const FIXTURE = join(import.meta.dirname, '../../../../scenarios/fixtures/contoso.yaml')
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

export const FIXTURE_COMPANY = Company.parse(parse(readFileSync(FIXTURE, 'utf8')))

export interface There {
  readonly kind: Kind
  readonly resource: JsonObject
}

/** @param since instant at which they were made, milliseconds since the epoch */
export function peopleWhoAreThere(since: number, newId: () => string): There[] {
  const { people, groups } = FIXTURE_COMPANY
  const idByKey = new Map(people.map(({ key }) => [key, newId()] as const))
  const meta = (type: string, at: number): JsonObject => {
    const time = new Date(at).toISOString()
    return { resourceType: type, created: time, lastModified: time }
  }
  const users = people.map((person, index): There => {
    const { displayName, email, employeeId = '', mobile, givenName = '', surname = '' } = person
    const resource: JsonObject = {
      id: idByKey.get(person.key) ?? '',
      externalId: person.key,
      userName: email,
      displayName,
      name: { givenName, familyName: surname },
      active: index % 7 !== 0,
      emails: [{ type: 'work', primary: true, value: email }],
      ...(mobile === undefined ? {} : { phoneNumbers: [{ type: 'mobile', value: mobile }] }),
      [ENTERPRISE]: { employeeNumber: employeeId },
      meta: meta('User', since + index * 3_600_000),
    }
    return { kind: 'Users', resource }
  })
  const teams = groups.map((group): There => {
    const members = group.members.map((key) => ({ value: idByKey.get(key) ?? '' }))
    const resource = {
      id: newId(),
      displayName: group.name,
      externalId: group.name,
      members,
      meta: meta('Group', since),
    }
    return { kind: 'Groups', resource }
  })
  return [...users, ...teams]
}

/** Somebody who is hired while the run is at work, under an id that has become free. */
export function newStranger(kind: Kind, id: string, now: number): JsonObject {
  const time = new Date(now).toISOString()
  const meta = { resourceType: kind.slice(0, -1), created: time, lastModified: time }
  if (kind === 'Groups') return { id, displayName: `A new team ${id}`, members: [], meta }
  return { id, userName: `new.hire.${id}@corp.test`, displayName: 'New Hire', active: true, meta }
}

/** The values of a resource by which endpoints associate accounts. */
export function matchingValues(resource: JsonObject): Readonly<Record<string, string | undefined>> {
  const extension = resource[ENTERPRISE]
  const number = isJsonObject(extension) ? extension.employeeNumber : undefined
  return {
    userName: text(resource.userName),
    externalId: text(resource.externalId),
    displayName: text(resource.displayName),
    employeeNumber: text(number),
    phone: text(firstValue(resource.phoneNumbers))?.replace(/\D/g, ''),
    email: text(firstValue(resource.emails)),
  }
}

function firstValue(list: JsonValue | undefined): JsonValue | undefined {
  const first = isJsonArray(list) ? list[0] : undefined
  return isJsonObject(first) ? first.value : undefined
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value.toLowerCase() : undefined
}
