// The values of a write that endpoints match accounts by. Each of them has to be the run's own: an endpoint that finds an account by the
// employee number of a POST changes that account before anybody can stop it.
import { isJsonArray, isJsonObject, type JsonValue } from '@scimulator/shared/scim'

export interface MatchingValue {
  readonly at: string
  readonly value: string
}

/** `userName`, `externalId`, `employeeNumber`, `displayName`, every email address and phone number. */
export function foreignValues(body: JsonValue): MatchingValue[] {
  return valuesIn(body, '')
}

function valuesIn(value: JsonValue, at: string): MatchingValue[] {
  if (isJsonArray(value)) return value.flatMap((item, index) => valuesIn(item, `${at}[${index}]`))
  if (!isJsonObject(value)) return []
  const path = Object.entries(value).find(([name]) => name.toLowerCase() === 'path')?.[1]
  return Object.entries(value).flatMap(([name, item]) => {
    const where = at === '' ? name : `${at}.${name}`
    if (name.toLowerCase() === 'value' && typeof path === 'string') return under(path, item, `${at}.${path}`)
    return under(name, item, where)
  })
}

function under(name: string, value: JsonValue, at: string): MatchingValue[] {
  const { attribute, leaf } = splitName(name)
  if (isReference(attribute)) return []
  if (!isMatching(attribute)) return isEmail(value) ? [{ at, value }] : valuesIn(value, at)
  if (isContact(attribute)) return leaf === 'value' || leaf === attribute ? contactsIn(value, at) : []
  return leavesOf(value, at)
}

/** An address in any other attribute is one that the outside may hear of. */
function isEmail(value: JsonValue): value is string {
  return typeof value === 'string' && /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>.]{2,}$/.test(value)
}

function contactsIn(value: JsonValue, at: string): MatchingValue[] {
  if (isJsonArray(value)) return value.flatMap((item, index) => contactsIn(item, `${at}[${index}]`))
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([name, item]) =>
      name.toLowerCase() === 'value' ? leavesOf(item, `${at}.${name}`) : valuesIn(item, `${at}.${name}`),
    )
  }
  return leavesOf(value, at)
}

function leavesOf(value: JsonValue, at: string): MatchingValue[] {
  if (isJsonArray(value)) return value.flatMap((item, index) => leavesOf(item, `${at}[${index}]`))
  if (isJsonObject(value)) return Object.entries(value).flatMap(([name, item]) => leavesOf(item, `${at}.${name}`))
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return text.trim() === '' ? [] : [{ at, value: text }]
}

/** The attribute that a name or path is about, and the last part of it, both in lower case. */
export function splitName(name: string): { readonly attribute: string; readonly leaf: string } {
  const bare = name.replace(/\[[\s\S]*\]/, '').trim()
  const parts = (/^urn:/i.test(bare) ? bare.slice(bare.lastIndexOf(':') + 1) : bare).toLowerCase().split('.')
  return { attribute: parts[0] ?? '', leaf: parts.at(-1) ?? '' }
}

const MATCHING: ReadonlySet<string> = new Set([
  'username',
  'externalid',
  'employeenumber',
  'emails',
  'email',
  'phonenumbers',
  'phonenumber',
  'displayname',
])

export function isMatching(attribute: string): boolean {
  return MATCHING.has(attribute)
}

/** What stands beside the id of a member or a manager says nothing of the resource itself. */
export function isReference(attribute: string): boolean {
  return attribute === 'members' || attribute === 'manager'
}

export function isContact(attribute: string): boolean {
  return attribute === 'emails' || attribute === 'phonenumbers'
}
