// The target's users as they could be imported (JumpCloud API V2, SCIM_Import). Nothing is imported by asking.
import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import {
  addressesOf,
  alternateEmailOf,
  attributesOf,
  emailOf,
  phonesOf,
  readTargetUsers,
  usernameOf,
} from '../connector/import-users.ts'
import type { Engine } from '../engine.ts'
import type { TargetResource } from '../push/decode.ts'
import { type ApiAnswer, type ApiRequest, type Operation, ok, param } from './operation.ts'
import { requireApplication } from './v1-applications.ts'

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 100
const FILTERED = ['username', 'email', 'firstname', 'lastname', 'displayname'] as const

const Flag = z.enum(['true', 'false', '']).transform((text) => text === 'true')
const Count = z.string().regex(/^\d*$/, 'must be a whole number')

/** The parameters of the published description. An empty one counts as absent. */
const ImportQuery = z.object({
  filter: z.string().default(''),
  query: z.string().default(''),
  sort: z.enum(['firstname', 'lastname', 'email', '']).default(''),
  sortOrder: z.enum(['asc', 'desc', '']).default('asc'),
  sessionId: z.string().default(''),
  isCount: Flag.default(false),
  isCursor: Flag.default(false),
  cursor: z.string().default(''),
  limit: Count.default('').transform((text) => Math.min(MAX_LIMIT, Math.max(1, Number(text || DEFAULT_LIMIT)))),
  skip: Count.default('').transform(Number),
})
type ImportQuery = z.infer<typeof ImportQuery>

export const importOperations: readonly Operation[] = [
  { method: 'GET', template: '/api/v2/applications/{id}/import/users', run: importableUsers },
]

async function importableUsers(engine: Engine, request: ApiRequest): Promise<ApiAnswer> {
  const { connector, displayLabel } = requireApplication(engine.view, param(request, 'id'))
  if (!connector) throw new VerbError('refused', `Identity Management of ${displayLabel} is not configured yet`)
  const query = ImportQuery.parse(Object.fromEntries(request.query))
  const start = query.isCursor ? placeOf(query.cursor) : query.skip
  const { users, problem } = await engine.talk(readTargetUsers(connector, engine.behaviour, query.query))
  if (problem !== undefined)
    throw new VerbError('refused', `The users of ${displayLabel} could not be read: ${problem}`)
  const fitting = sorted(users.map(renderImportUser).filter(fits(query.filter)), query)
  const end = start + query.limit
  return ok({
    cursor: query.isCursor && !query.isCount && end < fitting.length ? cursorAt(end) : '',
    session_id: query.sessionId || engine.ids.uuid('import-session'),
    total_count: fitting.length,
    users: query.isCount ? [] : fitting.slice(start, end),
  })
}

function renderImportUser(resource: TargetResource) {
  const email = emailOf(resource) ?? ''
  const { firstname = '', lastname = '', displayname = '', ...attributes } = attributesOf(resource)
  const alternateEmail = alternateEmailOf(resource)
  return {
    id: resource.id,
    username: usernameOf(email),
    email,
    firstname,
    lastname,
    displayname,
    ...Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)),
    ...(alternateEmail === undefined ? {} : { alternateEmail }),
    addresses: addressesOf(resource),
    phoneNumbers: phonesOf(resource),
  }
}
type ImportUser = ReturnType<typeof renderImportUser>

/** A search term, wherever it stands in a name or an address, without regard to case. */
function fits(filter: string): (user: ImportUser) => boolean {
  const term = filter.toLowerCase()
  return (user) => FILTERED.some((name) => user[name].toLowerCase().includes(term))
}

function sorted(users: readonly ImportUser[], { sort, sortOrder }: ImportQuery): readonly ImportUser[] {
  if (sort === '') return users
  const direction = sortOrder === 'desc' ? -1 : 1
  return [...users].sort((a, b) => (a[sort] === b[sort] ? 0 : a[sort] < b[sort] ? -direction : direction))
}

/** A cursor is opaque to the caller; it says where the next page begins. */
function cursorAt(place: number): string {
  return Buffer.from(`from:${place}`).toString('base64url')
}

function placeOf(cursor: string): number {
  if (cursor === '') return 0
  const place = /^from:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1]
  if (place === undefined) throw new VerbError('invalid', `cursor "${cursor}" is none that an answer of this list gave`)
  return Number(place)
}
