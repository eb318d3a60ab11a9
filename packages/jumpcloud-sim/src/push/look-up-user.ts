// What the target is asked about a user before the user is written. JumpCloud looks a user up to decide between create and update, and tells
// Directory Insights when that has an issue (JumpCloud: custom SCIM Identity Management). What it asks once it knows the id is not public.
//
//  stored id | lookupBeforeWrite | asked           | answer           | then
//  ----------+-------------------+-----------------+------------------+--------------------------------------------------
//  no        | any               | by user name    | found            | update
//  no        | any               | by user name    | nobody           | create
//  yes       | without-stored-id | nothing         |                  | update the stored id, on the base of the last answer
//  yes       | always            | by user name    | the stored id    | update it, on the base of what was found
//  yes       | always            | by user name    | nobody, or other | update the stored id, on the base of the last answer
//  yes       | by-id             | the stored id   | 200              | update it, on the base of what was read
//  yes       | by-id             | the stored id   | 404              | forget it, and look up by user name
//
// A known id wins over the name: a renamed user is not found under the new name, and another user may have it.
import type { Conversation } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import type { Connector } from '../directory/application.ts'
import type { Link } from '../directory/link.ts'
import { composeFor, resourcePath, userLookup } from './compose.ts'
import { decodeList, decodeRead } from './decode.ts'
import { failure, type PushOutcome } from './outcome.ts'

export type Known = Pick<Link, 'targetId' | 'resource'>

export interface UserQuestion {
  readonly connector: Connector
  readonly behaviour: Behaviour
  readonly names: { readonly userName: string; readonly email: string }
}

/** What the target has, as far as it was asked. */
export interface Sighting {
  /** The resource to write; without one the user is created. */
  readonly known?: Known
  /** Whom to write when the target has no user of that id: no one else, the one that the lookup by name found, or the one that it will find. */
  readonly otherwise: 'nobody' | 'ask' | { readonly found: Known | undefined }
}

/** The question before a write, by the table above. */
export function* sight(question: UserQuestion, link: Known | undefined): Conversation<PushOutcome | Sighting> {
  const { lookupBeforeWrite } = question.behaviour
  if (link && lookupBeforeWrite === 'without-stored-id') return { known: link, otherwise: 'ask' }
  if (link && lookupBeforeWrite === 'by-id') return yield* readStored(question, link)
  const answer = yield* lookUp(question)
  if ('result' in answer) return answer
  const { found } = answer
  if (!link || found?.targetId === link.targetId) return { ...(found ? { known: found } : {}), otherwise: 'nobody' }
  return { known: link, otherwise: { found } }
}

/** The lookup by name. More than one who fits is an issue. */
export function* lookUp(question: UserQuestion): Conversation<PushOutcome | { readonly found: Known | undefined }> {
  const { connector, behaviour, names } = question
  const wanted = userLookup(names, behaviour)
  const exchange = yield composeFor('match', connector, behaviour, 'GET', wanted.path)
  const list = decodeList(exchange, behaviour)
  if (!list.ok) return failure('user_lookup_provision', exchange, list.cause)
  const fitting = list.value.filter((resource) => wanted.fits(resource))
  if (fitting.length > 1) {
    return failure('user_lookup_provision', exchange, `the target has ${fitting.length} users for ${wanted.value}`)
  }
  const [only] = fitting
  return { found: only && { targetId: only.id, resource: only } }
}

function* readStored(question: UserQuestion, link: Known): Conversation<PushOutcome | Sighting> {
  const { connector, behaviour } = question
  const exchange = yield composeFor('read-linked', connector, behaviour, 'GET', resourcePath('Users', link.targetId))
  if (exchange.response?.status === 404) return { otherwise: 'ask' }
  const read = decodeRead(exchange, behaviour)
  if (!read.ok) return failure('user_lookup_provision', exchange, read.cause)
  return { known: { targetId: link.targetId, resource: read.value }, otherwise: 'nobody' }
}
