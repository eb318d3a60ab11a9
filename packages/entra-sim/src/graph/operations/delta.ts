// Delta queries page through the change log. The links hold positions of the log: where the query began, what was told last, and
// where the log ended at the first page, so that what happens while a client pages is told by the next query rather than lost.

import type { EntraGroup } from '../../directory/entra-group.ts'
import { type DeltaItem, type DeltaRange, type GroupWithMembers, groupChanges, userChanges } from '../../state/delta.ts'
import { type GraphResource, narrowed, withoutOptions } from '../collection.ts'
import { badRequest, GraphError } from '../graph-error.ts'
import { passesFilter, pathsOf } from '../odata/evaluate-filter.ts'
import { type GraphAnswer, type GraphCall, operation } from '../operation.ts'
import { assertDeclared } from '../resources/declared-properties.ts'
import { renderGroup } from '../resources/group-resource.ts'
import { renderUser, USER_DEFAULTS } from '../resources/user-resource.ts'

const PAGE = 200

/** Graph user: delta, group: delta. */
export const deltaOperations = ['delta', 'delta()', 'microsoft.graph.delta()'].flatMap((name) => [
  operation('GET', `/users/${name}`, (call) =>
    deltaPage(
      call,
      'users',
      (range) => userChanges(call.context.ports.view, range),
      (user) => narrowed(renderUser(user), selectOf(call, USER_DEFAULTS)),
    ),
  ),

  operation('GET', `/groups/${name}`, (call) =>
    deltaPage(
      call,
      'groups',
      (range) => groupChanges(call.context.ports.view, range),
      (item) => ({ ...groupShown(call, item.group), ...memberDelta(call, item) }),
    ),
  ),
])

function selectOf({ query }: GraphCall, defaults: readonly string[]): readonly string[] {
  return [...(query.select ?? defaults), 'id']
}

function groupShown(call: GraphCall, group: EntraGroup): GraphResource {
  const shown = renderGroup(group)
  return narrowed(shown, selectOf(call, Object.keys(shown)))
}

/** Members are told unless `$select` leaves them out. */
function memberDelta({ query }: GraphCall, { members }: GroupWithMembers): GraphResource {
  const isWanted = query.select === undefined || query.select.some((name) => name.toLowerCase() === 'members')
  if (members.length === 0 || !isWanted) return {}
  const shown = members.map(({ id, type, isRemoved }) => ({
    '@odata.type': `#microsoft.graph.${type}`,
    id,
    ...(isRemoved ? { '@removed': { reason: 'deleted' } } : {}),
  }))
  return { 'members@delta': shown }
}

function deltaPage<Item extends object>(
  call: GraphCall,
  name: string,
  read: (range: DeltaRange) => Iterable<DeltaItem<Item>>,
  render: (item: Item) => GraphResource,
): GraphAnswer {
  assertDeclared(call, name)
  const isAskedFor = objectFilter(call)
  const range = rangeOf(call)
  const size = Math.max(1, Math.min(call.query.top ?? PAGE, PAGE))
  const value: GraphResource[] = []
  let { after } = range
  let isLast = true
  for (const { id, item, position } of read(range)) {
    if (!isAskedFor(id)) continue
    if (value.length === size) {
      isLast = false
      break
    }
    value.push(typeof item === 'object' ? render(item) : { id, '@removed': { reason: item } })
    after = position
  }
  const link = isLast
    ? { '@odata.deltaLink': linkTo(call, name, '$deltatoken', String(range.until)) }
    : { '@odata.nextLink': linkTo(call, name, '$skiptoken', `${range.from}.${after}.${range.until}`) }
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#${name}`, ...link, value } }
}

/** Only certain objects can be asked for, by their ids (Graph: user: delta, $filter). */
function objectFilter({ query }: GraphCall): (id: string) => boolean {
  const { filter } = query
  if (!filter) return () => true
  if (pathsOf(filter).some((path) => path !== 'id')) throw badRequest('A delta query can be filtered by id alone.')
  return (id) => passesFilter(filter, { id }, { isCaseSensitive: false })
}

function rangeOf({ query, context }: GraphCall): DeltaRange {
  const until = context.ports.view.changeLog.lastPosition
  if (query.deltatoken === 'latest') return { from: until, after: until, until }
  if (query.deltatoken !== undefined) return known(readNumbers(query.deltatoken, 1), until)
  if (query.skiptoken !== undefined) return known(readNumbers(query.skiptoken, 3), until)
  return { from: 0, after: 0, until }
}

/** A position that the log has not reached was given out before the tenant was reset (Graph: 410, begin again). */
function known([from = 0, after = from, until]: readonly number[], lastPosition: number): DeltaRange {
  const range = { from, after, until: until ?? lastPosition }
  if (Math.max(from, after, range.until) <= lastPosition) return range
  throw new GraphError(410, 'resyncRequired', 'Resync required. The token is not known; begin again without one.')
}

function readNumbers(token: string, count: number): number[] {
  const text = Buffer.from(token, 'base64url').toString('utf8')
  const numbers = text.split('.').map(Number)
  if (numbers.length === count && numbers.every((one) => Number.isInteger(one) && one >= 0)) return numbers
  throw badRequest(`The token '${token}' was not given out here. Begin again without one.`)
}

function linkTo(call: GraphCall, name: string, option: string, token: string): string {
  const options = withoutOptions(call.search, ['$skiptoken', '$deltatoken'])
  options.set(option, Buffer.from(token).toString('base64url'))
  return `${call.root}/${name}/delta?${options}`
}
