// Import of users from the target: pages through its users, and makes new JumpCloud users of those that are not known. It never updates.
import { type Activity, type Conversation, noted } from '@scimulator/shared/provisioning'
import { asText, urns } from '@scimulator/shared/scim'
import type { Behaviour } from '../behaviour.ts'
import { type Address, UserFields } from '../directory/system-user.ts'
import { type Connection, composeFor } from '../push/compose.ts'
import { decodeImportPage, type TargetResource } from '../push/decode.ts'
import type { OrgView } from '../state/view.ts'

export interface ImportPage {
  readonly users: readonly TargetResource[]
  /** Why the target could not be read; the users found so far are kept. */
  readonly problem?: string
}

const PAGE_SIZE = 100

/**
 * Reads all users of the target, until a page is not full or has nobody new: a target that ignores startIndex would else be asked forever.
 * `query` is put behind the query that pages, as the API's parameter demands.
 */
export function* readTargetUsers(connection: Connection, behaviour: Behaviour, query = ''): Conversation<ImportPage> {
  const users = new Map<string, TargetResource>()
  const activity: Activity = { kind: 'import' }
  for (;;) {
    const startIndex = users.size + 1
    const path = `/Users?startIndex=${startIndex}&count=${PAGE_SIZE}${query === '' ? '' : `&${query}`}`
    const list = decodeImportPage(yield noted(composeFor('import', connection, behaviour, 'GET', path), { activity }))
    if (!list.ok) return { users: [...users.values()], problem: list.cause }
    const before = users.size
    for (const user of list.value) if (!users.has(user.id)) users.set(user.id, user)
    if (list.value.length < PAGE_SIZE) return { users: [...users.values()] }
    if (users.size === before) return { users: [...users.values()], problem: nobodyNew(startIndex) }
  }
}

function nobodyNew(startIndex: number): string {
  return `the page at startIndex=${startIndex} has no user who was not on an earlier one`
}

export type Candidate =
  | { readonly kind: 'new'; readonly fields: UserFields }
  /** Matched by email with a user who is there already. */
  | { readonly kind: 'known'; readonly username: string }
  | { readonly kind: 'failed'; readonly email: string; readonly reason: string }

/** What an import makes of one of the target's users. The username is the mailbox part of the email; a + in it fails (Currents). */
export function candidateOf(view: OrgView, resource: TargetResource): Candidate {
  const email = emailOf(resource)
  if (email === undefined)
    return { kind: 'failed', email: asText(resource.userName ?? resource.id), reason: 'no email' }
  const known = view.userByEmail(email)
  if (known) return { kind: 'known', username: known.username }
  if (email.includes('+')) return { kind: 'failed', email, reason: 'the address contains a +' }
  const fields = UserFields.safeParse(fieldsOf(resource, email))
  if (fields.success) return { kind: 'new', fields: fields.data }
  const [issue] = fields.error.issues
  return { kind: 'failed', email, reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` }
}

/** Imported users are ACTIVATED, and have yet to set a password. The target's manager is no systemuser, and is left out. */
function fieldsOf(resource: TargetResource, email: string): UserFields {
  const { manager: _manager, ...attributes } = attributesOf(resource)
  return {
    ...attributes,
    username: usernameOf(email),
    email,
    state: 'ACTIVATED',
    activated: false,
    addresses: addressesOf(resource),
    phoneNumbers: phonesOf(resource).map(({ type, value }) => ({ type, number: value })),
  }
}

/** The mailbox part of the email (Currents: JumpCloud user provisioning). */
export function usernameOf(email: string): string {
  return email.split('@', 1)[0] ?? email
}

/** The single-valued attributes that an import reads, by JumpCloud's names; what is absent or no text is undefined. */
export function attributesOf(resource: TargetResource) {
  const name = recordOf(resource.name)
  const enterprise = recordOf(resource[urns.enterpriseUser])
  return {
    firstname: textOf(name.givenName),
    middlename: textOf(name.middleName),
    lastname: textOf(name.familyName),
    displayname: textOf(resource.displayName),
    jobTitle: textOf(resource.title),
    employeeType: textOf(resource.userType),
    department: textOf(enterprise.department),
    costCenter: textOf(enterprise.costCenter),
    company: textOf(enterprise.organization),
    employeeIdentifier: textOf(enterprise.employeeNumber),
    manager: textOf(recordOf(enterprise.manager).value) ?? textOf(enterprise.manager),
  }
}

/** Addresses as the target has them; those without any part are left out. */
export function addressesOf({ addresses }: TargetResource): Address[] {
  return (addresses ?? []).map(recordOf).flatMap((address) => {
    const { type, streetAddress, locality, region, postalCode, country } = address
    const parts = { streetAddress, locality, region, postalCode, country }
    const texts = Object.fromEntries(Object.entries(parts).filter(([, part]) => textOf(part) !== undefined))
    return Object.keys(texts).length === 0 ? [] : [{ type: textOf(type) ?? 'work', ...texts }]
  })
}

export function phonesOf({ phoneNumbers }: TargetResource): { type: string; value: string }[] {
  return (phoneNumbers ?? []).map(recordOf).flatMap(({ type, value }) => {
    const number = textOf(value)
    return number === undefined ? [] : [{ type: textOf(type) ?? 'work', value: number }]
  })
}

/** Further email addresses, the first of which the API answers as alternateEmail. */
export function alternateEmailOf(resource: TargetResource): string | undefined {
  const email = emailOf(resource)
  return (resource.emails ?? []).map((one) => textOf(recordOf(one).value)).find((value) => value && value !== email)
}

export function emailOf({ emails }: TargetResource): string | undefined {
  const values = (emails ?? []).map(recordOf)
  const chosen = values.find(({ primary }) => primary === true) ?? values[0]
  return textOf(chosen?.value)
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  // Own properties of whatever object came; reading an absent one gives undefined.
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
