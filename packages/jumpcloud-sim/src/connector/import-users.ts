// Import of users from the target: pages through its users, and makes new JumpCloud users of those that are not known. It never updates.
import type { Conversation } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import type { UserFields } from '../directory/system-user.ts'
import type { OrgView } from '../directory/view.ts'
import { type Connection, compose } from '../push/compose.ts'
import { decodeList, type TargetResource } from './decode.ts'

export interface ImportPage {
  readonly users: readonly TargetResource[]
  /** Why the target could not be read; the users found so far are kept. */
  readonly problem?: string
}

const PAGE_SIZE = 100

/** Reads all users of the target, at most `limit`. `query` is put behind the query that pages, as the API's parameter demands. */
export function* readTargetUsers(connection: Connection, behaviour: Behaviour, query = ''): Conversation<ImportPage> {
  const users: TargetResource[] = []
  for (;;) {
    const path = `/Users?startIndex=${users.length + 1}&count=${PAGE_SIZE}${query === '' ? '' : `&${query}`}`
    const list = decodeList(yield compose(connection, behaviour, 'GET', path))
    if (!list.ok) return { users, problem: list.cause }
    users.push(...list.value)
    if (list.value.length < PAGE_SIZE) return { users }
  }
}

export type Candidate =
  | { readonly kind: 'new'; readonly fields: UserFields }
  /** Matched by e-mail with a user who is there already. */
  | { readonly kind: 'known'; readonly username: string }
  | { readonly kind: 'failed'; readonly email: string; readonly reason: string }

/** What an import makes of one of the target's users. The username is the mailbox part of the e-mail; a + in it fails (Currents). */
export function candidateOf(view: OrgView, resource: TargetResource): Candidate {
  const email = emailOf(resource)
  if (email === undefined)
    return { kind: 'failed', email: String(resource.userName ?? resource.id), reason: 'no e-mail' }
  const known = view.userByEmail(email)
  if (known) return { kind: 'known', username: known.username }
  if (email.includes('+')) return { kind: 'failed', email, reason: 'the address contains a +' }
  return { kind: 'new', fields: fieldsOf(resource, email) }
}

/** Imported users are ACTIVATED, and have yet to set a password. */
function fieldsOf(resource: TargetResource, email: string): UserFields {
  const name = recordOf(resource.name)
  return {
    username: email.split('@', 1)[0] ?? email,
    email,
    state: 'ACTIVATED',
    activated: false,
    firstname: textOf(name.givenName),
    lastname: textOf(name.familyName),
    displayname: resource.displayName ?? undefined,
    jobTitle: resource.title ?? undefined,
    employeeType: resource.userType ?? undefined,
  }
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
