// Delta queries page through the change log. The link at the end holds the log's position at the first page, so that what happens
// while a client pages is told again by the next query rather than lost.
import type { Delta } from '../../directory/delta.ts'
import { type GroupWithMembers, groupDelta, userDelta } from '../../directory/delta.ts'
import { type GraphResource, narrowed } from '../collection.ts'
import { badRequest } from '../graph-error.ts'
import { type GraphAnswer, type GraphCall, operation } from '../operation.ts'
import { renderGroup } from '../resources/group-resource.ts'
import { renderUser, USER_DEFAULTS } from '../resources/user-resource.ts'

const PAGE = 200

/** Graph user: delta, group: delta. */
export const deltaOperations = [
  operation('GET', '/users/delta', (call) =>
    deltaPage(call, 'users', (position) => {
      const delta = userDelta(call.context.engine.view, position)
      return { ...delta, changed: delta.changed.map((user) => narrowed(renderUser(user), selectOf(call))) }
    }),
  ),

  operation('GET', '/groups/delta', (call) =>
    deltaPage(call, 'groups', (position) => {
      const delta = groupDelta(call.context.engine.view, position)
      return { ...delta, changed: delta.changed.map((item) => ({ ...renderGroup(item.group), ...memberDelta(item) })) }
    }),
  ),
]

function selectOf({ query }: GraphCall): readonly string[] {
  return [...(query.select ?? USER_DEFAULTS), 'id']
}

function memberDelta({ members }: GroupWithMembers): GraphResource {
  if (members.length === 0) return {}
  const shown = members.map(({ id, type, isRemoved }) => ({
    '@odata.type': `#microsoft.graph.${type}`,
    id,
    ...(isRemoved ? { '@removed': { reason: 'deleted' } } : {}),
  }))
  return { 'members@delta': shown }
}

interface Place {
  readonly from: number
  readonly offset: number
  /** Position that the closing link holds. */
  readonly until: number | undefined
}

function deltaPage(call: GraphCall, name: string, read: (from: number) => Delta<GraphResource>): GraphAnswer {
  const { from, offset, until } = placeOf(call)
  const delta = read(from)
  const removed = delta.removed.map(({ id, reason }): GraphResource => ({ id, '@removed': { reason } }))
  const all = [...delta.changed, ...removed]
  const size = Math.min(call.query.top ?? PAGE, PAGE)
  const closing = until ?? delta.position
  const rest = `${from}.${offset + size}.${closing}`
  const link =
    offset + size < all.length
      ? { '@odata.nextLink': linkTo(call, name, '$skiptoken', rest) }
      : { '@odata.deltaLink': linkTo(call, name, '$deltatoken', String(closing)) }
  const context = `${call.root}/$metadata#${name}`
  return { status: 200, body: { '@odata.context': context, ...link, value: all.slice(offset, offset + size) } }
}

function placeOf({ query, context }: GraphCall): Place {
  if (query.deltatoken === 'latest')
    return { from: context.engine.view.changeLog.lastPosition, offset: 0, until: undefined }
  if (query.deltatoken !== undefined)
    return { from: readNumbers(query.deltatoken, 1)[0] ?? 0, offset: 0, until: undefined }
  if (query.skiptoken === undefined) return { from: 0, offset: 0, until: undefined }
  const [from = 0, offset = 0, until = 0] = readNumbers(query.skiptoken, 3)
  return { from, offset, until }
}

function readNumbers(token: string, count: number): number[] {
  const text = Buffer.from(token, 'base64url').toString('utf8')
  const numbers = text.split('.').map(Number)
  if (numbers.length === count && numbers.every((one) => Number.isInteger(one) && one >= 0)) return numbers
  throw badRequest(`The token '${token}' was not given out here. Begin again without one.`)
}

function linkTo(call: GraphCall, name: string, option: string, token: string): string {
  const options = new URLSearchParams(call.search)
  for (const old of ['$skiptoken', '$deltatoken']) options.delete(old)
  options.set(option, Buffer.from(token).toString('base64url'))
  return `${call.root}/${name}/delta?${options}`
}
